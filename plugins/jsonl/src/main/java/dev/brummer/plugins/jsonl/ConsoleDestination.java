package dev.brummer.plugins.jsonl;

import dev.brummer.spi.HostConsole;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Standard output, which is the host's: it stays open. */
record ConsoleDestination(HostConsole console) implements Destination {
    @Override
    public void write(ByteBuffer lines) throws IOException {
        console.write(lines);
    }

    @Override
    public void close() {}
}
