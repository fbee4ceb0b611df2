package dev.brummer.core.model;

/** Text that is no valid template: the user's fault, told with its place in the text. */
public final class TemplateSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int index;

    TemplateSyntaxException(String message, int index) {
        super(message);
        this.index = index;
    }

    /** Where in the text it goes wrong, from 0. */
    public int index() {
        return index;
    }
}
