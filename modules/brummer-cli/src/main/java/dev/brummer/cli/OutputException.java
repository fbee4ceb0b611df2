package dev.brummer.cli;

import java.io.IOException;

/** A standard stream takes nothing more: nobody reads it any more, or what it is written to is full or broken. */
final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean unread;

    /** @param cause what the system said of it */
    OutputException(IOException cause) {
        this(cause, isOfTheReader(String.valueOf(cause.getMessage())));
    }

    private OutputException(IOException cause, boolean unread) {
        super(unread ? "nobody reads its output any more" : "the output cannot be written: " + cause.getMessage(), cause);
        this.unread = unread;
    }

    private static boolean isOfTheReader(String reason) {
        // The second is what is said of a terminal that was closed.
        return reason.contains("Broken pipe") || reason.contains("Input/output error");
    }

    /** Whether its reader is gone, as that of {@code brum logs | head} is: nobody's fault, and nobody misses anything. */
    boolean isUnread() {
        return unread;
    }
}
