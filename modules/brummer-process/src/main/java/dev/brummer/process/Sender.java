package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;
import java.util.Map;

/** Sends signals to runs. Used under the watch's lock. */
final class Sender {
    private final Platform platform;

    Sender(Platform platform) {
        this.platform = platform;
    }

    /**
     * To every living member: the group at once, so that none slips through by forking, and the rest.
     *
     * @param living what a look has just found
     */
    void send(Run run, PosixSignal signal, Map<Long, ProcessEntry> living) {
        boolean group = false;
        for (long pid : run.members().keySet()) {
            ProcessEntry entry = living.get(pid);
            if (entry != null && entry.group() == run.leader()) {
                group = true;
            } else if (entry != null) {
                platform.signal(pid, signal);
            }
        }
        if (group) {
            platform.signalGroup(run.leader(), signal);
        }
    }

    /** Without a look: to the group alone, whose number is surely its own while the JDK has not waited for its leader. */
    void sendBlindly(Run run, PosixSignal signal) {
        if (run.exit().isPresent()) {
            return;
        }
        if (run.isInForeground()) {
            // Its group is that of this process.
            platform.signal(run.leader(), signal);
        } else {
            platform.signalGroup(run.leader(), signal);
        }
    }
}
