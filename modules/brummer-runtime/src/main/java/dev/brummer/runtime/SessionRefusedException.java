package dev.brummer.runtime;

/** A session could not begin for a reason that the user can mend. The message says which, and how. */
public sealed class SessionRefusedException extends Exception permits FleetRunsException {
    private static final long serialVersionUID = 1L;

    SessionRefusedException(String message) {
        super(message);
    }

    SessionRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
