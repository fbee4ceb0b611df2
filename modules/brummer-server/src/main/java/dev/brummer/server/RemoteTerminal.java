package dev.brummer.server;

import dev.brummer.api.SessionException;
import dev.brummer.api.TerminalLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A terminal of another process's session. */
final class RemoteTerminal implements TerminalLine {
    private static final int READ_AT_ONCE = 16 << 10;

    private final Wire wire;
    private final String path;
    private final InputStream screen;

    /** @throws SessionException if there is no such terminal */
    RemoteTerminal(Wire wire, String path) throws SessionException {
        this.wire = wire;
        this.path = path;
        this.screen = wire.stream(path);
    }

    @Override
    public void type(byte[] keys) throws SessionException {
        Object ignored =
                wire.post(path + "/keys", Map.of("keys", Base64.getEncoder().encodeToString(keys)), Map.class);
    }

    @Override
    public void resize(int rows, int columns) throws SessionException {
        Object ignored = wire.post(path + "/size", Map.of("rows", rows, "columns", columns), Map.class);
    }

    @Override
    public Optional<byte[]> next() {
        byte[] bytes = new byte[READ_AT_ONCE];
        try {
            int count = screen.read(bytes);
            return count < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, count));
        } catch (IOException e) {
            // The session has ended, or this is closed: either way nothing more will come.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            screen.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing what a terminal shows", e);
        }
    }
}
