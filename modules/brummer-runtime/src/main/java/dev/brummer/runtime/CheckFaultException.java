package dev.brummer.runtime;

/** A check cannot be made as it is configured. The message says why, for a person. */
final class CheckFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    CheckFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
