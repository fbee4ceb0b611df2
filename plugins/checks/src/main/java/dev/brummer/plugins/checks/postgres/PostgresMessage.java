package dev.brummer.plugins.checks.postgres;

import dev.brummer.plugins.checks.net.Connection;
import dev.brummer.plugins.checks.net.Payload;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A message of the server: its type and what follows its length. */
record PostgresMessage(char type, Payload body) {
    private static final String PROTOCOL = "postgres";
    /** Those that may come between a start-up message and the first query. */
    private static final String KNOWN_TYPES = "RENSKZv";
    /** No message of a start-up comes near it; errors quote at most what they were sent. */
    private static final int LONGEST = 64 * 1024;

    static PostgresMessage read(Connection connection) throws IOException {
        return read(connection, connection.read(1)[0]);
    }

    /** @param type the first byte, which was already read */
    static PostgresMessage read(Connection connection, byte type) throws IOException {
        if (KNOWN_TYPES.indexOf(type) < 0) {
            throw connection.unlike(PROTOCOL, type);
        }
        byte[] size = connection.read(4);
        int length = ByteBuffer.wrap(size).getInt();
        if (length < 4 || length > LONGEST) {
            throw connection.unlike(PROTOCOL, type, size[0], size[1], size[2], size[3]);
        }
        return new PostgresMessage((char) type, Payload.bigEndian(PROTOCOL, connection.read(length - 4)));
    }
}
