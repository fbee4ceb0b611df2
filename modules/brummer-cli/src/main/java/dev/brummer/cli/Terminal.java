package dev.brummer.cli;

import dev.brummer.cli.prompt.Screen;
import dev.brummer.process.TerminalMode;
import dev.brummer.process.TerminalSize;
import dev.brummer.spi.HostConsole;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Standard output and standard error: nobody else writes to them. Safe for use by several threads. */
final class Terminal implements HostConsole, Screen {
    private static final int OUT = 1;
    private static final int ERR = 2;

    private final FileChannel out = new FileOutputStream(FileDescriptor.out).getChannel();
    private final FileChannel err = new FileOutputStream(FileDescriptor.err).getChannel();
    private final ReentrantLock lock = new ReentrantLock();
    private final boolean interactive;
    private final boolean colour;
    private volatile @Nullable Footer footer;
    private volatile @Nullable OutputException unwritten;

    /**
     * @param interactive whether standard output is a terminal
     * @param colour whether colour is welcome on it
     */
    Terminal(boolean interactive, boolean colour) {
        this.interactive = interactive;
        this.colour = colour;
    }

    @Override
    public boolean colour() {
        return colour;
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public int columns() {
        return interactive ? size().map(TerminalSize::columns).orElse(Integer.MAX_VALUE) : Integer.MAX_VALUE;
    }

    @Override
    public Optional<TerminalSize> size() {
        return TerminalSize.of(OUT);
    }

    @Override
    public void write(ByteBuffer frame) throws IOException {
        Footer below = footer;
        if (below == null) {
            lock.lock();
            try {
                below = footer;
                if (below == null) {
                    show(frame);
                    return;
                }
            } finally {
                lock.unlock();
            }
        }
        // Without the lock, for a footer has its own and then takes this one.
        below.above(frame);
    }

    @Override
    public void draw(ByteBuffer bytes) throws OutputException {
        lock.lock();
        try {
            show(bytes);
        } finally {
            lock.unlock();
        }
    }

    private void show(ByteBuffer bytes) throws OutputException {
        try {
            drain(out, bytes);
        } catch (OutputException e) {
            if (!e.isUnread()) {
                unwritten = e;
            }
            throw e;
        }
    }

    /** Why somebody misses something on standard output; empty where all was written, or its reader has gone. */
    Optional<OutputException> unwritten() {
        return Optional.ofNullable(unwritten);
    }

    private static void drain(FileChannel to, ByteBuffer bytes) throws OutputException {
        try {
            while (bytes.hasRemaining()) {
                int ignored = to.write(bytes);
            }
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    @Override
    public void attach(Footer below) {
        lock.lock();
        try {
            footer = below;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void detach() {
        footer = null;
    }

    /** Standard error as something that a sink may draw on; nothing is left out there, whoever reads it. */
    HostConsole errors() {
        return new HostConsole() {
            private final Optional<TerminalSize> there = TerminalSize.of(ERR);

            @Override
            public boolean colour() {
                return colour && there.isPresent();
            }

            @Override
            public int columns() {
                return there.flatMap(_ -> TerminalSize.of(ERR)).map(TerminalSize::columns).orElse(Integer.MAX_VALUE);
            }

            @Override
            public boolean interactive() {
                return false;
            }

            @Override
            public void write(ByteBuffer frame) throws IOException {
                lock.lock();
                try {
                    drain(err, frame);
                } finally {
                    lock.unlock();
                }
            }
        };
    }

    /** What is typed, where standard input is a terminal. */
    Optional<TerminalKeyboard> keyboard() {
        return TerminalMode.found()
                .map(mode -> new TerminalKeyboard(mode, new FileInputStream(FileDescriptor.in).getChannel()));
    }

    /** Prints text for a person or a pipe, if that takes it; {@link #unwritten} tells afterwards. */
    void print(String text) {
        try {
            draw(bytes(text));
        } catch (OutputException e) {
            // It is kept, and said once the command has ended.
            return;
        }
    }

    /** Prints a line to standard error, if that takes it. */
    void complain(String text) {
        lock.lock();
        try {
            drain(err, bytes(text.endsWith("\n") ? text : text + "\n"));
        } catch (OutputException e) {
            // There is no third place to say it in; the exit code still tells how it ended.
            return;
        } finally {
            lock.unlock();
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
