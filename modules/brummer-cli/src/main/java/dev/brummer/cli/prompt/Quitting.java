package dev.brummer.cli.prompt;

import java.util.function.BooleanSupplier;

/**
 * What leaving the prompt means.
 *
 * @param summary for the list of commands
 * @param quit does it; false if it has been done before
 * @param already what is said then
 */
public record Quitting(String summary, BooleanSupplier quit, String already) {
    /** Leaving ends everything, for whoever supervises it. */
    public static Quitting stopping(BooleanSupplier stop) {
        return new Quitting(
                "stop everything and leave, as the first Ctrl-C does; so does Ctrl-D",
                stop,
                "everything is stopping already; Ctrl-C ends it at once");
    }

    /** Leaving changes nothing, for whoever has joined. */
    public static Quitting leaving(Runnable leave) {
        return new Quitting(
                "leave; everything runs on; so does Ctrl-C or Ctrl-D",
                () -> {
                    leave.run();
                    return true;
                },
                "");
    }
}
