package dev.brummer.runtime;

/** A fleet runs in the folder already. */
public final class FleetRunsException extends SessionRefusedException {
    private static final long serialVersionUID = 1L;

    FleetRunsException(String message) {
        super(message);
    }
}
