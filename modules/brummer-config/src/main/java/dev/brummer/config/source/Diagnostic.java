package dev.brummer.config.source;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A message about the configuration.
 *
 * @param id stable, for searching: {@code unknown-key}
 * @param message one sentence without a full stop
 * @param frames the places it is about, the first one first of all; empty where it is about no text
 * @param notes further lines, such as what to type
 */
public record Diagnostic(Severity severity, String id, String message, List<Frame> frames, List<String> notes) {
    public Diagnostic {
        frames = List.copyOf(frames);
        notes = List.copyOf(notes);
    }

    /** An error at a place, with a hint beside the caret that may be empty. */
    public static Diagnostic error(String id, String message, Span at, String hint) {
        return new Diagnostic(Severity.ERROR, id, message, List.of(new Frame(at, hint)), List.of());
    }

    /** A warning at a place, with a hint beside the caret that may be empty. */
    public static Diagnostic warning(String id, String message, Span at, String hint) {
        return new Diagnostic(Severity.WARNING, id, message, List.of(new Frame(at, hint)), List.of());
    }

    /** An error that no text of a file is to blame for. */
    public static Diagnostic error(String id, String message, String note) {
        return new Diagnostic(Severity.ERROR, id, message, List.of(), note.isEmpty() ? List.of() : List.of(note));
    }

    /** The same in other words. */
    public Diagnostic worded(UnaryOperator<String> words) {
        List<Frame> told = frames.stream().map(frame -> new Frame(frame.at(), words.apply(frame.label()))).toList();
        return new Diagnostic(severity, id, words.apply(message), told, notes.stream().map(words).toList());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /**
     * A place to show.
     *
     * @param label what to say beside the caret; may be empty
     */
    public record Frame(Span at, String label) {}
}
