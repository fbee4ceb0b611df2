package dev.brummer.plugins.jsonl;

import dev.brummer.plugins.files.RotatingFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file that is appended to. */
record FileDestination(RotatingFile file) implements Destination {
    @Override
    public void write(ByteBuffer lines) throws IOException {
        file.write(lines);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
