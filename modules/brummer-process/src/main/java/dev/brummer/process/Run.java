package dev.brummer.process;

import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.engine.RunObserver;
import dev.brummer.core.supervision.Exit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that was started, and who belongs to it. Its members are read and written by the watch's lock alone. */
final class Run implements RunHandle {
    private final long leader;
    private final RunObserver observer;
    private final List<ChildPipe> pipes;
    private final RunReaders readers;
    // pid to start ticks: a pid that comes again with other ticks is a stranger.
    private final Map<Long, Long> members = new HashMap<>();
    private Optional<Exit> exit = Optional.empty();
    private boolean exitTold;

    Run(long leader, RunObserver observer, List<ChildPipe> pipes, RunReaders readers) {
        this.leader = leader;
        this.observer = observer;
        this.pipes = pipes;
        this.readers = readers;
    }

    long leader() {
        return leader;
    }

    RunObserver observer() {
        return observer;
    }

    List<ChildPipe> pipes() {
        return pipes;
    }

    RunReaders readers() {
        return readers;
    }

    Map<Long, Long> members() {
        return members;
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
}
