package dev.brummer.cli;

import dev.brummer.api.Session;
import dev.brummer.core.engine.Engine;
import dev.brummer.runtime.OwnedSession;
import dev.brummer.runtime.history.Start;
import dev.brummer.server.RemoteSession;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the services of a test run. To be closed, after which nothing is left of what was started for it alone. */
interface TestBed extends AutoCloseable {
    Session session();

    /** What the command is run by. */
    Engine engine();

    /** The start of Brummer whose journal tells of the services. */
    Start start();

    /** Who supervises them, where that is not this process: they run on afterwards. */
    OptionalLong supervisor();

    /** Ends what was started for the test, at once and without asking it; returns at once. */
    void kill(String reason);

    @Override
    void close() throws IOException;

    /** A fleet that was started for the test. */
    record Own(OwnedSession session, Engine engine, Start start) implements TestBed {
        @Override
        public OptionalLong supervisor() {
            return OptionalLong.empty();
        }

        @Override
        public void kill(String reason) {
            session.kill(reason);
        }

        @Override
        public void close() {
            session.stop("the test is over");
            var ignored = session.end().toCompletableFuture().join();
        }
    }

    /**
     * A fleet that runs whether or not there is a test.
     *
     * @param echo shows what it writes meanwhile, where somebody wants to see that
     */
    record Shared(RemoteSession session, LoneEngine lone, Start start, Optional<StreamEcho> echo) implements TestBed {
        @Override
        public Engine engine() {
            return lone.engine();
        }

        @Override
        public OptionalLong supervisor() {
            return OptionalLong.of(session.pid());
        }

        @Override
        public void kill(String reason) {
            // Nothing of it was started for the test.
        }

        @Override
        public void close() throws IOException {
            echo.ifPresent(StreamEcho::close);
            lone.close();
        }
    }
}
