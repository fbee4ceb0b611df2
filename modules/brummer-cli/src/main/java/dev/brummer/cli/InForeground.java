package dev.brummer.cli;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.EngineTrouble;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.process.QuitKey;
import dev.brummer.process.UnsupportedSystemException;
import dev.brummer.runtime.ForegroundRun;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

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
     * @return its exit code
     * @throws UsageException if nothing can be run here
     */
    Outcome run(StartOrder order, Duration grace) throws UsageException {
        CompletableFuture<ForegroundRun> started = new CompletableFuture<>();
        // Before it is there, for it would miss them.
        signals.handOn(signal -> started.thenAccept(runs -> runs.signal(signal)));
        try {
            Path folder = Files.createTempDirectory("brum-command");
            try {
                Engine engine = engines.get();
                int ignored = engine.open(folder, grace, new Trouble(terminal));
                try {
                    started.complete(ForegroundRun.start(engine, order));
                    return ended(started.join(), grace);
                } finally {
                    engine.close();
                }
            } finally {
                delete(folder);
            }
        } catch (StartFailedException e) {
            terminal.complain("brum: " + e.getMessage());
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

    private static void delete(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Says what an engine has to say. */
    private record Trouble(Terminal terminal) implements EngineTrouble {
        @Override
        public void began(String what) {
            terminal.complain("brum: " + what);
        }

        @Override
        public void ended(String what) {
            terminal.complain("brum: " + what);
        }

        @Override
        public void broke(String doing, Throwable fault) {
            terminal.complain("brum: a fault of brum itself while " + doing + ": " + fault);
        }
    }
}
