package dev.brummer.runtime.history;

/** A start was asked for that is not there. The message is for a person. */
public final class NoSuchStartException extends Exception {
    private static final long serialVersionUID = 1L;

    NoSuchStartException(String message) {
        super(message);
    }
}
