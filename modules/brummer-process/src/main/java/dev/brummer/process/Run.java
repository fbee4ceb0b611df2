package dev.brummer.process;

import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.engine.RunObserver;
import dev.brummer.core.engine.RunTerminal;
import dev.brummer.core.supervision.Exit;
import dev.brummer.spi.StreamName;
import java.nio.channels.ReadableByteChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that was started, and who belongs to it. Its members are read and written by the watch's lock alone. */
final class Run implements RunHandle {
    private final long leader;
    private final String label;
    private final String marker;
    private final long limit;
    private final RunObserver observer;
    private final List<ChildStream> streams;
    private final RunReaders readers;
    // pid to start ticks: a pid that comes again with other ticks is a stranger.
    private final Map<Long, Long> members = new HashMap<>();
    private final ProcessorTime processorTime = new ProcessorTime();
    private Optional<Exit> exit = Optional.empty();
    private boolean exitTold;
    private boolean killed;

    /**
     * @param label whose run it is, for a person
     * @param marker the name of the variable that its processes carry
     * @param limit the limit that its processes carry, in KiB
     */
    Run(long leader, String label, String marker, long limit, RunObserver observer, List<ChildStream> streams, RunReaders readers) {
        this.leader = leader;
        this.label = label;
        this.marker = marker;
        this.limit = limit;
        this.observer = observer;
        this.streams = streams;
        this.readers = readers;
    }

    /** Takes in processes of the fleet that no run can be found for. */
    static Run ofOrphans() {
        return new Run(-1, "", "", -1, Unobserved.INSTANCE, List.of(), new RunReaders());
    }

    String label() {
        return label;
    }

    long limit() {
        return limit;
    }

    String marker() {
        return marker;
    }

    /** Whether it is being killed; what it still gives birth to is killed then too. */
    boolean isKilled() {
        return killed;
    }

    void killed(boolean now) {
        killed = killed || now;
    }

    long leader() {
        return leader;
    }

    RunObserver observer() {
        return observer;
    }

    List<ChildStream> streams() {
        return streams;
    }

    /** Whether it has the streams of this process, and no session and group of its own. */
    boolean isInForeground() {
        return streams.isEmpty();
    }

    /** Where it was started on one. */
    Optional<RunTerminal> terminal() {
        return streams.stream()
                .filter(PseudoTerminal.class::isInstance)
                .<RunTerminal>map(PseudoTerminal.class::cast)
                .findFirst();
    }

    RunReaders readers() {
        return readers;
    }

    Map<Long, Long> members() {
        return members;
    }

    /** For the usage table alone. */
    ProcessorTime processorTime() {
        return processorTime;
    }

    Optional<Exit> exit() {
        return exit;
    }

    void leaderExited(Exit how) {
        exit = Optional.of(how);
    }

    boolean exitTold() {
        return exitTold;
    }

    void tellExit() {
        exitTold = true;
    }

    @Override
    public String describe() {
        return "pid " + leader;
    }

    /** Nobody waits for the end of orphans. */
    private enum Unobserved implements RunObserver {
        INSTANCE;

        @Override
        public void output(StreamName stream, ReadableByteChannel bytes) {
            throw new IllegalStateException("orphans write to the streams of their runs");
        }

        @Override
        public void exited(Exit how, boolean treeGone) {
            throw new IllegalStateException("orphans have no leader");
        }

        @Override
        public void treeGone() {
            throw new IllegalStateException("orphans are no tree");
        }
    }
}
