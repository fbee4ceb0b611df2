package dev.brummer.cli;

/** The command line or the configuration is not right. The message is for the user and says what to type instead. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
