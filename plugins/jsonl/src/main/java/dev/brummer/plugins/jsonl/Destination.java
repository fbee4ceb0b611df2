package dev.brummer.plugins.jsonl;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the lines go. */
interface Destination extends Closeable {
    /** Writes whole lines. */
    void write(ByteBuffer lines) throws IOException;
}
