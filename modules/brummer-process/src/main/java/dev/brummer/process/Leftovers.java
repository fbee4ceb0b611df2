package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Ends what an earlier start has left running, as its ledger and its marker tell. */
final class Leftovers {
    private static final long PAUSE_NANOS = 20_000_000;

    private final Platform platform;
    private final Ledger.Left left;
    private final Set<String> members;

    Leftovers(Platform platform, Ledger.Left left) {
        this.platform = platform;
        this.left = left;
        this.members = new HashSet<>(left.members());
    }

    /**
     * Kills them, until two looks in a row find nobody.
     *
     * @return how many there were
     * @throws IOException if that cannot be found out
     */
    int end() throws IOException {
        if (!left.bootId().equals(platform.bootId())) {
            return 0;
        }
        Set<Long> ended = new HashSet<>();
        for (int clean = 0; clean < 2; ) {
            Set<Long> living = living();
            living.forEach(pid -> platform.signal(pid, PosixSignal.SIGKILL));
            ended.addAll(living);
            clean = living.isEmpty() ? clean + 1 : 0;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return ended.size();
    }

    private boolean isMarked(long pid) throws IOException {
        OptionalLong limit = platform.residentLimit(pid);
        return platform.marker(pid, left.marker().prefix()).isPresent()
                || (limit.isPresent() && left.marker().isLimit(limit.getAsLong()));
    }

    private Set<Long> living() throws IOException {
        List<ProcessEntry> table = platform.processes().stream().filter(entry -> !entry.zombie()).toList();
        Set<Long> living = new HashSet<>();
        for (boolean grew = true; grew; ) {
            grew = false;
            for (ProcessEntry entry : table) {
                boolean mine = members.contains(entry.pid() + " " + entry.startTicks())
                        || living.contains(entry.parent())
                        || isMarked(entry.pid());
                if (mine && living.add(entry.pid())) {
                    // Once found, its children are found by it even when it is gone.
                    members.add(entry.pid() + " " + entry.startTicks());
                    grew = true;
                }
            }
        }
        return living;
    }
}
