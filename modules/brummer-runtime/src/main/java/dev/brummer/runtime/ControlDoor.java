package dev.brummer.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The way by which other processes reach a session of this one. */
public interface ControlDoor {
    /**
     * Begins to listen. Who comes before there is a session waits for it.
     *
     * @param own {@code .brummer} of the project, where others find out how to come in
     * @throws IOException if nobody could come in
     */
    Opened open(Path own) throws IOException;

    /** A door that is open; closing it lets nobody in any more. */
    interface Opened extends Closeable {
        /** Lets others talk to a session. Called once. */
        void serve(OwnedSession session);
    }

    /** For a session that nobody else is to reach. */
    ControlDoor NONE = _ -> new Opened() {
        @Override
        public void serve(OwnedSession session) {
            // There is nobody who could ask.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };
}
