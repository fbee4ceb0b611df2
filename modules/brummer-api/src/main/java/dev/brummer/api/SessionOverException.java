package dev.brummer.api;

/** The session has ended, or cannot be reached any more. */
public final class SessionOverException extends SessionException {
    private static final long serialVersionUID = 1;

    public SessionOverException(String message) {
        super(message);
    }

    public SessionOverException(String message, Throwable cause) {
        super(message, cause);
    }
}
