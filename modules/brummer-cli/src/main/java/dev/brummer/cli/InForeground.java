package dev.brummer.cli;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.process.QuitKey;
import dev.brummer.process.UnsupportedSystemException;
import dev.brummer.runtime.ForegroundRun;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Runs a command with the terminal of whoever typed it, beside whatever fleet there is. */
final class InForeground {
    /** What a shell exits with where there is no such program. */
    private static final Outcome NOT_FOUND = new Outcome.Passed(127);

    private final Provider<Engine> engines;
    private final SignalTraps signals;
    private final Terminal terminal;

    @Inject
    InForeground(Provider<Engine> engines, SignalTraps signals, Terminal terminal) {
        this.engines = engines;
        this.signals = signals;
        this.terminal = terminal;
    }

    /**
     * Runs it; of what it has started, nothing is left afterwards.
     *
     * @param grace how long what it leaves running may take to end
     * @param wording what makes of a text what anybody may read
     * @return its exit code
     * @throws UsageException if nothing can be run here
     */
    Outcome run(StartOrder order, Duration grace, UnaryOperator<String> wording) throws UsageException {
        CompletableFuture<ForegroundRun> started = new CompletableFuture<>();
        // Before it is there, for it would miss them.
        signals.handOn(signal -> started.thenAccept(runs -> runs.signal(signal)));
        try (LoneEngine lone = LoneEngine.open(engines.get(), grace, terminal)) {
            started.complete(ForegroundRun.start(lone.engine(), order));
            return ended(started.join(), grace);
        } catch (StartFailedException e) {
            terminal.complain("brum: " + wording.apply(String.valueOf(e.getMessage())));
            return NOT_FOUND;
        } catch (UnsupportedSystemException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UsageException("nothing can be run from here: " + e.getMessage(), e);
        }
    }

    private Outcome ended(ForegroundRun runs, Duration grace) {
        QuitKey.leaveToOthers();
        try {
            if (runs.awaitEnd(grace)) {
                terminal.complain("brum: ended what it had left running");
            }
            return new Outcome.Passed(runs.exit().toCompletableFuture().join());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a command", e);
        }
    }
}
