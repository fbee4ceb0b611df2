package dev.brummer.core.engine;

import dev.brummer.core.model.PosixSignal;
import dev.brummer.spi.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts runs and ends them. Safe for use by several threads. */
public interface Engine {
    /**
     * Prepares for a fleet. What an earlier one has left running is ended first; from here on, whatever becomes of this
     * process, somebody ends what it starts. Called once, before the first start.
     *
     * @param stateFolder what is kept there tells a later start who belonged to this one
     * @param longestGrace how long services may take to stop, should this process not be there to ask them
     * @param trouble told of what goes wrong beside the runs
     * @return how many processes an earlier fleet had left
     * @throws IOException if the folder cannot be written
     */
    int open(Path stateFolder, Duration longestGrace, EngineTrouble trouble) throws IOException;

    /** Says how long services may take to stop from now on, as at the opening: a reload may have changed it. */
    void grace(Duration longest);

    /**
     * Ends whatever may be left of any run, and forgets the fleet; nothing can be started from then on. Called once.
     * However this goes, what was started comes to its end: at the latest when this process does.
     *
     * @throws IOException if the state folder cannot be written
     */
    void close() throws IOException;

    /**
     * Starts a run.
     *
     * @param observer told of its output and its end; called from threads of the engine
     * @return what the other methods know the run by
     * @throws StartFailedException if it could not be started; nothing of it runs then
     */
    RunHandle start(StartOrder order, RunObserver observer) throws StartFailedException;

    /**
     * Sends each run's signal to every process of it that is alive; nothing happens where none is. Whom they concern is found
     * out once for all of them, after this was called.
     */
    void signal(Map<RunHandle, PosixSignal> signals);

    /**
     * Asks what of the run hangs for a last word: a JVM writes its thread dump.
     *
     * @return whether there is something to wait for
     */
    boolean askForLastWord(RunHandle run);

    /**
     * The ports that processes of each run listen on.
     *
     * @throws IOException if that cannot be found out; the message says why for a person
     */
    Map<RunHandle, Set<Integer>> openPorts(Collection<RunHandle> runs) throws IOException;

    /**
     * The ports that each living process of a run listens on, in no order.
     *
     * @throws IOException if that cannot be found out; the message says why for a person
     */
    List<Set<Integer>> portsByProcess(RunHandle run) throws IOException;

    /**
     * The established TCP connections of each run. One between two of these runs, or of one with itself, is told once: from
     * the side of the client.
     *
     * @throws IOException if that cannot be found out; the message says why for a person
     */
    List<Connection> connections(Collection<RunHandle> runs) throws IOException;

    /**
     * Who listens on a port, for a person; empty where nobody does.
     *
     * @throws IOException if that cannot be found out; the message says why for a person
     */
    Optional<String> holder(int port) throws IOException;

    /**
     * What each run uses. One look at the system serves all of them. Nothing is alive of a run that is over.
     *
     * @throws IOException if that cannot be found out; the message says why for a person
     */
    Map<RunHandle, Usage> usage(Collection<RunHandle> runs) throws IOException;

    /** The terminal of a run that was started on one. It is there as long as anybody knows the run. */
    Optional<RunTerminal> terminal(RunHandle run);

    /** What all runs share. */
    Machine machine();

    /** Ends every process of the run that is alive, at once and without asking them: as SIGKILL by {@link #signal}. */
    default void kill(RunHandle run) {
        signal(Map.of(run, PosixSignal.SIGKILL));
    }

    /**
     * Whether processes of the run listen on all of {@code ports}.
     *
     * @throws IOException if that cannot be found out; the message says why for a person
     */
    Answer listening(RunHandle run, List<Integer> ports) throws IOException;

    /**
     * Whether anybody listens on all of {@code ports}.
     *
     * @throws IOException if that cannot be found out; the message says why for a person
     */
    Answer listening(List<Integer> ports) throws IOException;

    /** A run, opaque to everybody but its engine. */
    interface RunHandle {
        /** The run for a person: {@code pid 4711}. */
        String describe();
    }
}
