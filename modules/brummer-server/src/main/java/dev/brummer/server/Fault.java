package dev.brummer.server;

/** A request cannot be answered as it was meant. */
final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String error;

    /**
     * @param status of the answer; RFC 9110, section 15
     * @param error a word for programs: {@code no-token}
     * @param message for a person
     */
    Fault(int status, String error, String message) {
        super(message);
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    /** What the answer says. */
    Body body() {
        return new Body(error, String.valueOf(getMessage()));
    }

    /** The answer's body. */
    record Body(String error, String message) {}
}
