package dev.brummer.process;

import dev.brummer.core.engine.RunTerminal;
import dev.brummer.core.engine.TerminalFeed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A terminal that a run has instead of pipes. Brummer has the programs' side open too: so it does not end while nobody has
 * it open, be it before the first program or between two, but when {@link #finish()} says that the run is over. Safe for
 * use by several threads.
 */
final class PseudoTerminal implements ChildStream, RunTerminal {
    private static final Duration TYPING = Duration.ofSeconds(1);
    private static final int LARGEST = 65535;

    private final PosixCalls calls;
    private final TerminalDevice device;
    private final int otherSide;
    private final String name;
    private final Screen screen = new Screen();
    private final AtomicBoolean finished = new AtomicBoolean();

    private PseudoTerminal(PosixCalls calls, TerminalDevice device, int otherSide, String name) {
        this.calls = calls;
        this.device = device;
        this.otherSide = otherSide;
        this.name = name;
    }

    /** @throws IOException if there can be none; the message says why for a person */
    static PseudoTerminal open(PosixCalls calls, TerminalDevice.Numbers numbers) throws IOException {
        TerminalDevice device = TerminalDevice.open(calls, numbers);
        boolean opened = false;
        try {
            ChildPipe.requireSpare(calls);
            device.resize(new TerminalSize(FIRST_COLUMNS, FIRST_ROWS));
            String name = device.name();
            var terminal = new PseudoTerminal(calls, device, device.otherSide(name), name);
            opened = true;
            return terminal;
        } finally {
            if (!opened) {
                device.close();
            }
        }
    }

    /** The file that is this terminal for programs. */
    String name() {
        return name;
    }

    /** The name, for that is what a process's open file leads to. */
    @Override
    public String inode() {
        return name;
    }

    @Override
    public ReadableByteChannel source() {
        return new Source();
    }

    @Override
    public void type(ByteBuffer keys) throws IOException {
        device.write(keys, TYPING);
    }

    @Override
    public void resize(int rows, int columns) throws IOException {
        if (Math.min(rows, columns) < 1 || Math.max(rows, columns) > LARGEST) {
            throw new IllegalArgumentException("no size of a terminal: " + rows + " rows, " + columns + " columns");
        }
        device.resize(new TerminalSize(columns, rows));
    }

    @Override
    public TerminalFeed listen() {
        return screen.listen();
    }

    @Override
    public void finish() {
        if (finished.compareAndSet(false, true)) {
            calls.close(otherSide);
        }
    }

    @Override
    public void close() {
        finish();
        device.close();
        screen.end();
    }

    /** What the programs write, shown to the screen on its way. */
    private final class Source implements ReadableByteChannel {
        private volatile boolean open = true;

        @Override
        public int read(ByteBuffer to) {
            int begin = to.position();
            int count = device.read(to);
            if (count > 0) {
                screen.show(to.slice(begin, count));
            }
            return count;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
            PseudoTerminal.this.close();
        }
    }
}
