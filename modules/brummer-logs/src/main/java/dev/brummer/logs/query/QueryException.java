package dev.brummer.logs.query;

import dev.brummer.core.text.CodeLine;
import dev.brummer.core.text.Printable;

/** A query that cannot be read, or names what is not there: the fault of who typed it, told with its place. */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final String hint;
    private final String text;
    private final int position;
    private final int length;

    /** @param hint what to type instead; may be empty */
    QueryException(String message, String hint, String text, Place place) {
        super(message);
        this.message = message;
        this.hint = hint;
        this.text = text;
        this.position = Math.clamp(place.at(), 0, text.length());
        this.length = Math.clamp(place.length(), 0, text.length() - position);
    }

    /** What is wrong, in a sentence without a full stop. */
    @Override
    public String getMessage() {
        return message;
    }

    /** What to type instead; empty where nothing is likely. */
    public String hint() {
        return hint;
    }

    /** Where in the text as typed it goes wrong, in characters from 0; arguments count as joined by blanks. */
    public int position() {
        return position;
    }

    /** How many characters from {@link #position} on are to blame; 0 where something is missing there. */
    public int length() {
        return length;
    }

    /** Message, text and a caret with the hint, in three lines without a line end at the last. */
    public String rendering() {
        int from = text.codePointCount(0, position);
        CodeLine code = CodeLine.of(text, from, from + text.codePointCount(position, position + length));
        String caret = code.indent() + "^".repeat(code.width()) + (hint.isEmpty() ? "" : " " + Printable.of(hint));
        return Printable.of(message) + "\n  " + code.text() + "\n  " + caret;
    }
}
