package dev.brummer.process;

import dev.brummer.core.engine.EngineTrouble;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.supervision.Exit;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Knows at every moment which processes belong to which run, and tells when none is left. One look at the process table
 * serves all runs: every second while something runs, more often at first, at once when a leader exits, and before a
 * signal. Processes are made under its lock, so that no look finds one that it does not know yet.
 */
final class TreeWatch {
    private static final Duration CENSUS = Duration.ofSeconds(1);
    // A daemon may cut all its ties within a tenth of a second of its birth.
    private static final Duration EAGER_CENSUS = Duration.ofMillis(100);
    private static final int EAGER_TIMES = 20;
    private static final Duration IMPATIENT = Duration.ofMillis(15);

    private final Platform platform;
    private final FleetRecord record;
    private final EngineTrouble trouble;
    private final Farewell farewell;
    private final Sender sender;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Set<Run> runs = new LinkedHashSet<>();
    private final Looks looks;
    private int eagerLeft;
    private boolean exitPending;
    private boolean started;
    private boolean over;

    TreeWatch(Platform platform, FleetMarker marker, FleetRecord record, EngineTrouble trouble) {
        this.platform = platform;
        this.record = record;
        this.trouble = trouble;
        this.farewell = new Farewell(trouble);
        this.sender = new Sender(platform);
        this.looks = new Looks(new Census(platform, marker), record, trouble, runs);
    }

    /** Makes a process. */
    @FunctionalInterface
    interface Birth {
        Run spawn() throws IOException;
    }

    /** @throws IOException if the process could not be made, or the fleet is at its end */
    Run add(Birth birth) throws IOException {
        lock.lock();
        try {
            if (over) {
                throw new IOException("everything is being ended");
            }
            Run run = birth.spawn();
            looks.ours().add(run.leader());
            runs.add(run);
            admit(run);
            return run;
        } finally {
            lock.unlock();
        }
    }

    private void admit(Run run) throws IOException {
        // Who asked for a run that cannot be admitted is told that nothing of it runs; the next look sees to that.
        boolean admitted = false;
        try {
            looks.outdate();
            eagerLeft = EAGER_TIMES;
            if (!started) {
                DaemonThreads.start("tree-watch", this::watch);
                started = true;
            }
            OptionalLong ticks = platform.ticks(run.leader());
            record.runBegan(run.leader());
            ticks.ifPresent(since -> {
                run.members().put(run.leader(), since);
                record.joined(run.leader(), since);
            });
            admitted = true;
        } finally {
            run.killed(!admitted);
        }
    }

    /** To be told when the JDK has waited for the leader of a run. */
    void leaderExited(Run run, Exit exit) {
        lock.lock();
        try {
            looks.ours().remove(run.leader());
            run.leaderExited(exit);
            exitPending = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Sends every living member of each run its signal. One look serves all. */
    void signal(Map<Run, PosixSignal> signals) {
        lock.lock();
        try {
            Map<Run, PosixSignal> due = new LinkedHashMap<>(signals);
            due.keySet().retainAll(runs);
            due.forEach((run, signal) -> run.killed(signal == PosixSignal.SIGKILL));
            Optional<Map<Long, ProcessEntry>> sight = due.isEmpty() ? Optional.empty() : looks.now();
            due.forEach((run, signal) -> sight.ifPresentOrElse(
                    living -> sender.send(run, signal, living), () -> sender.sendBlindly(run, signal)));
        } finally {
            lock.unlock();
        }
    }

    /** The living members of each run, as far as is known. */
    Map<Run, Set<Long>> members(List<Run> of) {
        lock.lock();
        try {
            looks.lately();
            Map<Run, Set<Long>> members = new HashMap<>();
            of.forEach(run -> members.put(run, new HashSet<>(run.members().keySet())));
            return members;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The living processes of each run, by a look of this moment.
     *
     * @throws IOException if the process table cannot be read
     */
    Map<Run, List<ProcessEntry>> processes(List<Run> of) throws IOException {
        lock.lock();
        try {
            Map<Long, ProcessEntry> living =
                    looks.now().orElseThrow(() -> new IOException("the process table cannot be read"));
            Map<Run, List<ProcessEntry>> processes = new LinkedHashMap<>();
            of.forEach(run -> processes.put(run, run.members().keySet().stream().map(living::get).toList()));
            return processes;
        } finally {
            lock.unlock();
        }
    }

    /** The living members of a run, as far as is known. */
    Set<Long> members(Run run) {
        lock.lock();
        try {
            Optional<Map<Long, ProcessEntry>> ignored = looks.now();
            return new HashSet<>(run.members().keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Whose run a process belongs to. */
    Optional<String> owner(long pid) {
        lock.lock();
        try {
            return runs.stream()
                    .filter(run -> run.members().containsKey(pid))
                    .map(Run::label)
                    .findFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Kills whatever is left of any run or was adopted, until nothing of it is left. Nothing is added after that. */
    void endAll() throws InterruptedException {
        lock.lock();
        try {
            over = true;
            for (var living = sight(); !looks.everybody().isEmpty(); living = sight()) {
                for (Run run : runs) {
                    sender.send(run, PosixSignal.SIGKILL, living);
                }
                sender.send(looks.orphans(), PosixSignal.SIGKILL, living);
                long ignored = news.awaitNanos(IMPATIENT.toNanos());
            }
        } finally {
            lock.unlock();
        }
    }

    private Map<Long, ProcessEntry> sight() {
        return looks.now().orElseThrow(() -> new IllegalStateException("the process table cannot be read"));
    }

    private void watch() {
        while (!isOver()) {
            try {
                RollCall found = rollCall();
                found.gone().forEach(this::end);
                found.leftBehind().forEach(left -> left.observer().exited(left.exit().orElseThrow(), false));
            } catch (RuntimeException | Error e) {
                // Whose end has not been told yet is found by the next look.
                trouble.broke("watching the processes of services", e);
            }
            await();
        }
    }

    private void end(Run run) {
        try {
            record.runOver(run.leader());
        } catch (RuntimeException | Error e) {
            trouble.broke("writing down the end of " + run.label(), e);
        }
        farewell.to(run);
    }

    private boolean isOver() {
        lock.lock();
        try {
            return over && runs.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void await() {
        lock.lock();
        try {
            if (!exitPending) {
                long ignored = news.awaitNanos(pause().toNanos());
            }
            exitPending = false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the tree watch", e);
        } finally {
            lock.unlock();
        }
    }

    private Duration pause() {
        if (runs.stream().anyMatch(run -> run.exit().isPresent() || run.isKilled())) {
            return IMPATIENT;
        }
        return eagerLeft-- > 0 ? EAGER_CENSUS : CENSUS;
    }

    private RollCall rollCall() {
        lock.lock();
        try {
            RollCall found = looks.now().map(this::rollCall).orElse(RollCall.OF_NOBODY);
            runs.removeAll(found.gone());
            return found;
        } finally {
            lock.unlock();
        }
    }

    private RollCall rollCall(Map<Long, ProcessEntry> living) {
        for (Run run : runs) {
            if (run.isKilled()) {
                // Whoever was born after the kill is killed as well.
                sender.send(run, PosixSignal.SIGKILL, living);
            }
        }
        return RollCall.of(runs);
    }
}
