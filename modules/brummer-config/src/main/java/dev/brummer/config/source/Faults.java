package dev.brummer.config.source;

import dev.brummer.core.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects diagnostics; what is found twice at one place is kept once. Not safe for several threads. */
public final class Faults {
    // A hostile file may hold a fault in every byte; nobody reads more than this.
    private static final int MOST = 100;

    private final List<Diagnostic> errors = new ArrayList<>(0);
    private final List<Diagnostic> others = new ArrayList<>(0);
    private final Set<String> seen = new HashSet<>(0);
    private final List<SourceFile> files = new ArrayList<>();
    private int dropped;

    public void add(Diagnostic diagnostic) {
        List<Diagnostic> kind = diagnostic.isError() ? errors : others;
        if (kind.size() == MOST) {
            dropped++;
        } else if (seen.add(identity(diagnostic))) {
            kind.add(diagnostic);
        }
    }

    /** Whether no more errors are kept, so that finding their places is not worth the time. */
    public boolean isFull() {
        return errors.size() == MOST;
    }

    /** Whether no more warnings are kept. */
    public boolean isFullOfWarnings() {
        return others.size() == MOST;
    }

    /** What was probably meant, as {@link Suggestion#hint}, as long as anybody will read it. */
    public String hint(String written, Collection<String> known) {
        return isFull() ? "" : Suggestion.hint(written, known);
    }

    // A value may be read twice, as part of its file and as part of what the files say together.
    private static String identity(Diagnostic diagnostic) {
        boolean located = diagnostic.isError() && !diagnostic.frames().isEmpty();
        String place = diagnostic.frames().isEmpty()
                ? ""
                : diagnostic.frames().getFirst().at().position();
        return diagnostic.id() + '\n' + place + '\n' + (located ? "" : diagnostic.message());
    }

    public void error(String id, String message, Span at, String hint) {
        add(Diagnostic.error(id, message, at, hint));
    }

    public void warning(String id, String message, Span at, String hint) {
        add(Diagnostic.warning(id, message, at, hint));
    }

    /** Takes what others have collected; what is an error to them is a warning here. */
    public void addSoftened(Faults others) {
        others.files.forEach(this::reading);
        for (Diagnostic each : others.sorted()) {
            add(each.isError()
                    ? new Diagnostic(Severity.WARNING, each.id(), each.message(), each.frames(), each.notes())
                    : each);
        }
    }

    /** Says in which order files are reported: the order of these calls. */
    public void reading(SourceFile file) {
        files.add(file);
    }

    /** Whether an error was added. */
    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** What was added, in the order of the files and lines. */
    public List<Diagnostic> sorted() {
        if (errors.isEmpty() && others.isEmpty()) {
            return List.of();
        }
        List<Diagnostic> sorted = new ArrayList<>(errors);
        sorted.addAll(others);
        sorted.sort(Comparator.comparingInt(this::file)
                .thenComparingInt(Faults::line)
                .thenComparingInt(Faults::column));
        if (dropped > 0) {
            sorted.add(new Diagnostic(Severity.NOTE, "too-many", "and " + dropped + " more", List.of(), List.of()));
        }
        return List.copyOf(sorted);
    }

    private int file(Diagnostic diagnostic) {
        return diagnostic.frames().isEmpty()
                ? -1
                : files.indexOf(diagnostic.frames().getFirst().at().file());
    }

    private static int line(Diagnostic diagnostic) {
        return diagnostic.frames().isEmpty()
                ? 0
                : diagnostic.frames().getFirst().at().line();
    }

    private static int column(Diagnostic diagnostic) {
        return diagnostic.frames().isEmpty()
                ? 0
                : diagnostic.frames().getFirst().at().column();
    }
}
