package dev.brummer.cli;

import dev.brummer.spi.HostConsole;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A console that remembers what is drawn on it, in black and white. Safe for use by several threads. */
final class Paper implements HostConsole {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Override
    public boolean colour() {
        return false;
    }

    @Override
    public int columns() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public void write(ByteBuffer frame) {
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        written.writeBytes(bytes);
    }

    @Override
    public String toString() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
