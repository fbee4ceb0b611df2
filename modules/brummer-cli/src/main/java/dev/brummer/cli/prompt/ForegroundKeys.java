package dev.brummer.cli.prompt;

import dev.brummer.process.TerminalMode.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** What is typed, as a stream that waits while the process is in the background, and ends when the terminal is gone. */
final class ForegroundKeys extends InputStream {
    private final Keyboard keyboard;
    private final Foreground foreground;
    private final ByteBuffer typed = ByteBuffer.allocate(1024).limit(0);
    private volatile boolean ended;

    ForegroundKeys(Keyboard keyboard, Foreground foreground) {
        this.keyboard = keyboard;
        this.foreground = foreground;
    }

    @Override
    public int read() {
        while (!typed.hasRemaining() && !ended) {
            fill();
        }
        return typed.hasRemaining() ? typed.get() & 0xff : -1;
    }

    private void fill() {
        typed.clear();
        try {
            ended = keyboard.read(typed) < 0;
        } catch (IOException e) {
            // From the foreground a terminal fails when it is gone.
            ended = keyboard.place() == Place.FOREGROUND || !foreground.await();
        }
        typed.flip();
    }

    /** Whether there is nobody to type any more. */
    boolean ended() {
        return ended;
    }
}
