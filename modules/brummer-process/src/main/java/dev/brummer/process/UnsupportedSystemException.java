package dev.brummer.process;

/** Brummer cannot run services on this operating system. The message says what can be done instead. */
public final class UnsupportedSystemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedSystemException(String message) {
        super(message);
    }
}
