package dev.brummer.core.model;

/** Text that is no valid template: the user's fault, told with its place in the text. */
public final class TemplateSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final int index;

    TemplateSyntaxException(String message, int index) {
        super(message);
        this.message = message;
        this.index = index;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** Where in the text it goes wrong, from 0. */
    public int index() {
        return index;
    }
}
