package dev.brummer.cli;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.EngineTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** An engine for commands that belong to no fleet of this process. It keeps a folder of its own as long as it is open. */
final class LoneEngine implements AutoCloseable {
    private final Engine engine;
    private final Path folder;

    private LoneEngine(Engine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /**
     * Opens one.
     *
     * @param grace how long its commands may take to end, should this process not be there to ask them
     * @throws IOException if that cannot be done
     */
    static LoneEngine open(Engine engine, Duration grace, Terminal terminal) throws IOException {
        Path folder = Files.createTempDirectory("brum-command");
        boolean opened = false;
        try {
            int ignored = engine.open(folder, grace, new Trouble(terminal));
            opened = true;
            return new LoneEngine(engine, folder);
        } finally {
            if (!opened) {
                delete(folder);
            }
        }
    }

    Engine engine() {
        return engine;
    }

    /** Ends what is left of its commands. */
    @Override
    public void close() throws IOException {
        engine.close();
        delete(folder);
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
