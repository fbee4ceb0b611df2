package dev.brummer.cli.capsule;

/** A file is no capsule, or there is none; the message says which and why. */
public final class NoCapsuleException extends Exception {
    private static final long serialVersionUID = 1;

    NoCapsuleException(String message) {
        super(message);
    }

    NoCapsuleException(String message, Throwable cause) {
        super(message, cause);
    }
}
