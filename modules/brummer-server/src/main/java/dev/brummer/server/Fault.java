package dev.brummer.server;

import dev.brummer.core.text.Printable;
import java.util.Optional;

/** A request cannot be answered as it was meant. */
final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String error;
    private final Optional<Integer> position;

    /**
     * @param status of the answer; RFC 9110, section 15
     * @param error a word for programs: {@code no-token}
     * @param message for a person
     */
    Fault(int status, String error, String message) {
        super(message);
        this.status = status;
        this.error = error;
        this.position = Optional.empty();
    }

    /**
     * A query is none.
     *
     * @param position where it goes wrong, in code points
     */
    Fault(String message, int position, Throwable cause) {
        super(message, cause);
        this.status = 400;
        this.error = "bad-query";
        this.position = Optional.of(position);
    }

    int status() {
        return status;
    }

    /** What the answer says. */
    Body body() {
        return new Body(error, String.valueOf(getMessage()), position);
    }

    /**
     * The answer's body.
     *
     * @param position where a query goes wrong; empty for every other fault
     */
    record Body(String error, String message, Optional<Integer> position) {
        Body {
            // What was asked for may be in it, and the message ends up at a terminal.
            message = Printable.of(message);
        }

        Body(String error, String message) {
            this(error, message, Optional.empty());
        }
    }
}
