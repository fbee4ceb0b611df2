package dev.brummer.cli.prompt;

import dev.brummer.spi.text.FrameBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * What the line editor draws, collected and then written in one go, so that a terminal never shows half of it. Guarded
 * by the editor's lock.
 */
final class Drawing extends OutputStream {
    private final Screen screen;
    private final FrameBuffer drawn = new FrameBuffer(4 << 10);
    private boolean held;
    private boolean muted;

    Drawing(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void write(int value) {
        if (!muted) {
            drawn.add(value);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!muted) {
            drawn.add(bytes, offset, length);
        }
    }

    /** Adds a frame of the stream, whether or not the editor may draw. */
    void add(ByteBuffer frame) {
        if (frame.hasArray()) {
            drawn.add(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
        } else {
            byte[] bytes = new byte[frame.remaining()];
            frame.duplicate().get(bytes);
            drawn.add(bytes);
        }
        frame.position(frame.limit());
    }

    @Override
    public void flush() throws IOException {
        if (!held) {
            draw();
        }
    }

    /** Writes what was collected. */
    void draw() throws IOException {
        held = false;
        if (drawn.size() > 0) {
            try {
                screen.draw(drawn.toByteBuffer());
            } finally {
                drawn.clear();
            }
        }
    }

    /** Collects until {@link #draw()}, however often the editor flushes. */
    void hold() {
        held = true;
    }

    /** Whether to drop what the editor draws. */
    void mute(boolean muted) {
        this.muted = muted;
    }
}
