package dev.brummer.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends signals. */
public final class Signals {
    private Signals() {}

    /** @param name without {@code SIG}; a process that is gone already is no error */
    public static void send(String name, long pid) {
        try {
            int ignored = new ProcessBuilder("/bin/sh", "-c", "kill -s \"$0\" -- \"$1\"", name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending a signal", e);
        }
    }

    /** Sends a signal to all processes of a group. */
    public static void sendToGroup(String name, long group) {
        send(name, -group);
    }
}
