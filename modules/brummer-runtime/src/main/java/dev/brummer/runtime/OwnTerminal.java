package dev.brummer.runtime;

import dev.brummer.api.RefusedException;
import dev.brummer.api.TerminalLine;
import dev.brummer.core.engine.RunTerminal;
import dev.brummer.core.engine.TerminalFeed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The terminal of a run of this process. */
final class OwnTerminal implements TerminalLine {
    private static final Duration LONG = Duration.ofHours(1);

    private final RunTerminal terminal;
    private final TerminalFeed feed;

    OwnTerminal(RunTerminal terminal) {
        this.terminal = terminal;
        this.feed = terminal.listen();
    }

    @Override
    public void type(byte[] keys) throws RefusedException {
        try {
            terminal.type(ByteBuffer.wrap(keys));
        } catch (IOException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void resize(int rows, int columns) throws RefusedException {
        try {
            terminal.resize(rows, columns);
        } catch (IllegalArgumentException | IOException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Optional<byte[]> next() throws InterruptedException {
        while (true) {
            switch (feed.next(LONG)) {
                case TerminalFeed.Output(var bytes) -> {
                    byte[] copy = new byte[bytes.remaining()];
                    bytes.get(copy);
                    return Optional.of(copy);
                }
                case TerminalFeed.Skipped(long count) -> {
                    return Optional.of(("\r\n[brum: " + count + " bytes were skipped here]\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                }
                case TerminalFeed.End() -> {
                    return Optional.empty();
                }
                case TerminalFeed.Silence() -> {
                    // Waits on.
                }
            }
        }
    }

    @Override
    public void close() {
        feed.close();
    }
}
