package dev.brummer.cli;

import dev.brummer.api.SessionException;
import dev.brummer.api.TerminalLine;
import dev.brummer.process.DaemonThreads;
import dev.brummer.process.TerminalSize;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Puts whoever sits at this terminal in front of a service's: every key goes there, and what it shows comes here. */
final class TerminalSeat {
    /** Ctrl-], as telnet(1) and virsh(1) have it: few programs want that key for themselves. */
    private static final byte LEAVE = 0x1d;

    private static final int KEYS_AT_ONCE = 1024;

    private final Terminal terminal;
    private final SignalTraps signals;

    @Inject
    TerminalSeat(Terminal terminal, SignalTraps signals) {
        this.terminal = terminal;
        this.signals = signals;
    }

    /**
     * Stays until the run is over, or the person leaves.
     *
     * @param name whose terminal it is
     * @throws UsageException if nobody sits here
     */
    ExitCode sit(TerminalLine line, String name) throws UsageException, InterruptedException {
        TerminalKeyboard keyboard = terminal.keyboard()
                .filter(_ -> terminal.interactive())
                .orElseThrow(() -> new UsageException("'attach " + name + "' needs a terminal to type at"));
        CompletableFuture<String> left = new CompletableFuture<>();
        terminal.complain("brum: the terminal of " + name + "; Ctrl-] leaves it");
        keyboard.raw();
        try {
            resize(line);
            signals.onResize(() -> resize(line));
            DaemonThreads.start("keys", () -> {
                boolean ignored = left.complete(typed(keyboard, line));
                line.close();
            });
            copy(line);
        } finally {
            keyboard.restore();
            close(keyboard);
        }
        terminal.complain("\nbrum: " + left.getNow("the run of " + name + " is over"));
        return ExitCode.OK;
    }

    private void copy(TerminalLine line) throws InterruptedException {
        try {
            for (Optional<byte[]> bytes = line.next(); bytes.isPresent(); bytes = line.next()) {
                terminal.write(ByteBuffer.wrap(bytes.get()));
            }
        } catch (IOException e) {
            // Nobody sees it any more.
            line.close();
        }
    }

    /** @return why nothing more is typed, in words */
    private static String typed(TerminalKeyboard keyboard, TerminalLine line) {
        ByteBuffer keys = ByteBuffer.allocate(KEYS_AT_ONCE);
        try {
            while (keyboard.read(keys.clear()) > 0) {
                byte[] bytes = Arrays.copyOf(keys.array(), keys.position());
                int leave = indexOf(bytes);
                line.type(leave < 0 ? bytes : Arrays.copyOf(bytes, leave));
                if (leave >= 0) {
                    return "left; it runs on";
                }
            }
            return "nobody types any more; it runs on";
        } catch (SessionException | IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static int indexOf(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == LEAVE) {
                return i;
            }
        }
        return -1;
    }

    private void resize(TerminalLine line) {
        Optional<TerminalSize> size = terminal.size();
        if (size.isPresent()) {
            try {
                line.resize(size.get().rows(), size.get().columns());
            } catch (SessionException e) {
                // The run is over: so is this, in a moment.
                return;
            }
        }
    }

    private static void close(TerminalKeyboard keyboard) {
        try {
            keyboard.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("closing the keyboard", e);
        }
    }
}
