package dev.brummer.core.model;

/** A template could not be resolved: a variable that must be set is not, or a reference names nothing. */
public final class UnresolvedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final int index;

    public UnresolvedException(String message, int index) {
        super(message);
        this.message = message;
        this.index = index;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** Where in the template's text the expression begins, from 0. */
    public int index() {
        return index;
    }
}
