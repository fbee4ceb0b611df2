package dev.brummer.testing;

import dev.brummer.spi.HostConsole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A console that remembers what was drawn on it. Safe for use by several threads. */
public final class RecordingConsole implements HostConsole {
    private final List<String> frames = new ArrayList<>();
    private boolean colour;
    private boolean interactive;
    private int columns = Integer.MAX_VALUE;
    private boolean closed;

    /** Sets whether colour is welcome; without, it is not. */
    public synchronized RecordingConsole colour(boolean welcome) {
        colour = welcome;
        return this;
    }

    /** Makes it a terminal of this width, at which a person sits; without, it is a pipe. */
    public synchronized RecordingConsole terminal(int width) {
        interactive = true;
        columns = width;
        return this;
    }

    /** Lets every further frame fail, as when nobody reads any more. */
    public synchronized RecordingConsole closed() {
        closed = true;
        return this;
    }

    /** What was written, frame by frame. */
    public synchronized List<String> frames() {
        return List.copyOf(frames);
    }

    /** What was written, in one piece. */
    public synchronized String text() {
        return String.join("", frames);
    }

    @Override
    public synchronized boolean colour() {
        return colour;
    }

    @Override
    public synchronized int columns() {
        return columns;
    }

    @Override
    public synchronized boolean interactive() {
        return interactive;
    }

    @Override
    public synchronized void write(ByteBuffer frame) throws IOException {
        if (closed) {
            throw new IOException("Broken pipe");
        }
        frames.add(StandardCharsets.UTF_8.decode(frame).toString());
    }
}
