package dev.brummer.cli;

import dev.brummer.cli.prompt.Keyboard;
import dev.brummer.process.TerminalMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The terminal on standard input. */
final class TerminalKeyboard implements Keyboard {
    private final TerminalMode mode;
    private final FileChannel in;
    private final ThreadLocal<Boolean> prepared = ThreadLocal.withInitial(() -> false);

    /** @param in standard input, as a channel: closing it wakes who waits in it */
    TerminalKeyboard(TerminalMode mode, FileChannel in) {
        this.mode = mode;
        this.in = in;
    }

    @Override
    public int read(ByteBuffer keys) throws IOException {
        if (!prepared.get()) {
            TerminalMode.failInBackground();
            prepared.set(true);
        }
        return in.read(keys);
    }

    @Override
    public TerminalMode.Place place() {
        return in.isOpen() ? TerminalMode.place() : TerminalMode.Place.NOWHERE;
    }

    @Override
    public void keyByKey() {
        mode.keyByKey();
    }

    /** Hands on every key as it is, those that send signals included, and lets through what is written as it is. */
    void raw() {
        mode.raw();
    }

    @Override
    public void restore() {
        mode.restore();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
