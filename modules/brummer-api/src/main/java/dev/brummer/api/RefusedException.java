package dev.brummer.api;

/** What was asked for makes no sense to the session: there is no such service, or it cannot be done as things stand. */
public final class RefusedException extends SessionException {
    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }

    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
