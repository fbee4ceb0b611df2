package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.supervision.Exit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Knows at every moment which processes belong to which run, and tells when none is left. One scan of the process table
 * serves all runs: every second while something runs, at once when a leader exits, and before a signal.
 */
final class TreeWatch {
    private static final Duration CENSUS = Duration.ofSeconds(1);
    private static final Duration IMPATIENT = Duration.ofMillis(15);

    private final Platform platform;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<Run> runs = new ArrayList<>();
    private boolean exitPending;
    private boolean started;

    TreeWatch(Platform platform) {
        this.platform = platform;
    }

    void add(Run run) {
        lock.lock();
        try {
            runs.add(run);
            if (!started) {
                started = true;
                DaemonThreads.start("tree-watch", this::watch);
            }
        } finally {
            lock.unlock();
        }
    }

    void leaderExited(Run run, Exit exit) {
        lock.lock();
        try {
            run.leaderExited(exit);
            exitPending = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Sends every living member a signal: the group at once, so that none slips through by forking, then the rest. */
    void signal(Run run, PosixSignal signal) {
        lock.lock();
        try {
            if (!runs.contains(run)) {
                return;
            }
            Map<Long, ProcessEntry> table = census();
            if (groupLives(run, table)) {
                platform.signalGroup(run.leader(), signal);
            }
            for (long pid : run.members().keySet()) {
                ProcessEntry entry = table.get(pid);
                if (entry != null && entry.group() != run.leader()) {
                    platform.signal(pid, signal);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean groupLives(Run run, Map<Long, ProcessEntry> table) {
        return run.members().keySet().stream()
                .map(table::get)
                .anyMatch(entry -> entry != null && entry.group() == run.leader());
    }

    /** The living members of a run. */
    Set<Long> members(Run run) {
        lock.lock();
        try {
            census();
            return new HashSet<>(run.members().keySet());
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        while (true) {
            RollCall found = rollCall();
            found.gone().forEach(TreeWatch::end);
            for (Run left : found.leftBehind()) {
                left.observer().exited(left.exit().orElseThrow(), false);
            }
            await();
        }
    }

    private void await() {
        lock.lock();
        try {
            boolean dying = runs.stream().anyMatch(run -> run.exit().isPresent());
            if (!exitPending) {
                long nanos = (dying ? IMPATIENT : CENSUS).toNanos();
                long ignored = news.awaitNanos(nanos);
            }
            exitPending = false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the tree watch", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * What one census found of runs whose leader is gone. Both lists come of the same census: a leader that ends between
     * two looks would else seem to have left others behind.
     *
     * @param gone nothing is left of them; they are forgotten
     * @param leftBehind others of them are still there; told once
     */
    private record RollCall(List<Run> gone, List<Run> leftBehind) {}

    private RollCall rollCall() {
        lock.lock();
        try {
            census();
            List<Run> over = runs.stream().filter(run -> run.exit().isPresent()).toList();
            List<Run> gone = over.stream().filter(run -> run.members().isEmpty()).toList();
            List<Run> left = over.stream().filter(run -> !run.members().isEmpty() && !run.exitTold()).toList();
            left.forEach(Run::tellExit);
            runs.removeAll(gone);
            return new RollCall(gone, left);
        } finally {
            lock.unlock();
        }
    }

    private static void end(Run run) {
        // On a thread of its own: a stranger that holds a pipe must not delay the others.
        DaemonThreads.start("last-lines-" + run.leader(), () -> {
            try {
                run.readers().drain(run.pipes());
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the reading of the last lines", e);
            }
            if (run.exitTold()) {
                run.observer().treeGone();
            } else {
                run.observer().exited(run.exit().orElseThrow(), true);
            }
        });
    }

    /** Brings every run's members up to date. Called with the lock held. */
    private Map<Long, ProcessEntry> census() {
        Map<Long, ProcessEntry> table = new HashMap<>();
        Map<Long, List<ProcessEntry>> children = new HashMap<>();
        for (ProcessEntry entry : platform.processes()) {
            if (!entry.zombie()) {
                table.put(entry.pid(), entry);
            }
            children.computeIfAbsent(entry.parent(), _ -> new ArrayList<>()).add(entry);
        }
        for (Run run : runs) {
            run.members().entrySet().removeIf(member -> !isSame(table.get(member.getKey()), member.getValue()));
            table.values().stream()
                    .filter(entry -> entry.session() == run.leader() || entry.group() == run.leader())
                    .forEach(entry -> run.members().put(entry.pid(), entry.startTicks()));
            addDescendants(run, children);
        }
        return table;
    }

    private static void addDescendants(Run run, Map<Long, List<ProcessEntry>> children) {
        List<Long> open = new ArrayList<>(run.members().keySet());
        while (!open.isEmpty()) {
            for (ProcessEntry child : children.getOrDefault(open.removeLast(), List.of())) {
                if (!child.zombie() && run.members().putIfAbsent(child.pid(), child.startTicks()) == null) {
                    open.add(child.pid());
                }
            }
        }
    }

    private static boolean isSame(@Nullable ProcessEntry entry, long ticks) {
        return entry != null && entry.startTicks() == ticks;
    }
}
