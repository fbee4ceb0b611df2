package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.RunObserver;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.supervision.Exit;
import dev.brummer.spi.StreamName;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A command that has the streams and the terminal of this process while it runs. What it leaves running ends with it. Safe
 * for use by several threads.
 */
public final class ForegroundRun {
    /** What the command itself has just ended is gone by then. */
    private static final Duration CONCERTED = Duration.ofMillis(200);

    private final Engine engine;
    private final Engine.RunHandle run;
    private final Ends ends;

    private ForegroundRun(Engine engine, Engine.RunHandle run, Ends ends) {
        this.engine = engine;
        this.run = run;
        this.ends = ends;
    }

    /**
     * Starts one. Who calls this has trapped the signals that the command is to get, or they end this process.
     *
     * @param engine one that has been opened
     * @throws StartFailedException if it cannot be started; the message says why for a person
     */
    public static ForegroundRun start(Engine engine, StartOrder order) throws StartFailedException {
        Ends ends = new Ends();
        return new ForegroundRun(engine, engine.start(order.inForeground(), ends), ends);
    }

    /** Sends a signal to every process of it that is alive. */
    public void signal(PosixSignal signal) {
        engine.signal(Map.of(run, signal));
    }

    /** Ends every process of it that is alive, at once. */
    public void kill() {
        engine.kill(run);
    }

    /** Its own exit code, once it has ended; 128 and the signal's number where a signal ended it. */
    public CompletionStage<Integer> exit() {
        return ends.exit.thenApply(Exit::code);
    }

    /**
     * Waits for its end, and ends what it has left running.
     *
     * @param grace how long that may take once it is asked to end
     * @return whether there was something left
     * @throws InterruptedException if the thread was interrupted; the command runs on
     */
    public boolean awaitEnd(Duration grace) throws InterruptedException {
        Exit ignored = get(ends.exit);
        if (isGone(CONCERTED)) {
            return false;
        }
        signal(PosixSignal.SIGTERM);
        if (!isGone(grace)) {
            kill();
            Void gone = get(ends.gone);
        }
        return true;
    }

    private boolean isGone(Duration limit) throws InterruptedException {
        try {
            Void gone = ends.gone.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a run is never exceptional", e);
        }
    }

    private static <T> T get(CompletableFuture<T> end) throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a run is never exceptional", e);
        }
    }

    /** Notices how a run ends. */
    private static final class Ends implements RunObserver {
        private final CompletableFuture<Exit> exit = new CompletableFuture<>();
        private final CompletableFuture<Void> gone = new CompletableFuture<>();

        @Override
        public void output(StreamName stream, ReadableByteChannel bytes) {
            throw new IllegalStateException("its output is not this process's to read");
        }

        @Override
        public void exited(Exit how, boolean treeGone) {
            exit.complete(how);
            if (treeGone) {
                treeGone();
            }
        }

        @Override
        public void treeGone() {
            gone.complete(null);
        }
    }
}
