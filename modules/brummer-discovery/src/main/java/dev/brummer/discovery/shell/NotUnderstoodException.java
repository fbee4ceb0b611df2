package dev.brummer.discovery.shell;

/** A line holds what only a shell understands. */
final class NotUnderstoodException extends Exception {
    private static final long serialVersionUID = 1;

    NotUnderstoodException() {
        super("only a shell understands this", null, false, false);
    }
}
