package dev.brummer.server;

import java.io.IOException;
import java.io.OutputStream;

/** What a request is answered with. */
sealed interface Reply {
    /** A value, as JSON. */
    record Value(Object value) implements Reply {}

    /** JSON that somebody has written already. */
    record Written(String json) implements Reply {}

    /** Something that goes on until either side has enough. */
    record Stream(String contentType, Writer writer) implements Reply {}

    /** Writes to a client, as long as there is something to write. */
    @FunctionalInterface
    interface Writer {
        /**
         * @throws IOException if the client has gone
         * @throws InterruptedException if it is to end
         */
        void write(OutputStream out) throws IOException, InterruptedException;
    }
}
