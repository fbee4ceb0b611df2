package dev.brummer.core.engine;

/** A run could not be started. The message says why, for a person. */
public final class StartFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String explanation;

    public StartFailedException(String message) {
        this(message, "");
    }

    /** @param explanation see {@link #explanation()} */
    public StartFailedException(String message, String explanation) {
        super(message);
        this.explanation = explanation;
    }

    public StartFailedException(String message, Throwable cause) {
        super(message, cause);
        this.explanation = "";
    }

    /**
     * What is longer than a reason that is repeated wherever the run's state is told: it is to be said once. Often empty.
     */
    public String explanation() {
        return explanation;
    }
}
