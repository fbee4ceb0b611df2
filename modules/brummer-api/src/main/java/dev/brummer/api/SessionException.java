package dev.brummer.api;

/** Something could not be had from a session. The message says why, for a person, without a full stop. */
public abstract sealed class SessionException extends Exception permits RefusedException, SessionOverException {
    private static final long serialVersionUID = 1;

    SessionException(String message) {
        super(message);
    }

    SessionException(String message, Throwable cause) {
        super(message, cause);
    }
}
