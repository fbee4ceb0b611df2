package dev.brummer.config.source;

import dev.brummer.config.source.Diagnostic.Frame;
import dev.brummer.core.text.CodeLine;
import dev.brummer.core.text.Printable;
import java.util.List;

/** Writes diagnostics for a person: position, message, the lines concerned, a caret and a hint. Immutable. */
public final class DiagnosticRenderer {
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final int GUTTER = 5;

    private final boolean colour;

    private DiagnosticRenderer(boolean colour) {
        this.colour = colour;
    }

    public static DiagnosticRenderer plain() {
        return new DiagnosticRenderer(false);
    }

    public static DiagnosticRenderer coloured() {
        return new DiagnosticRenderer(true);
    }

    /** All of them, one after the other; each line ends with a line feed. */
    public String render(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            render(diagnostic, out);
        }
        return out.toString();
    }

    private void render(Diagnostic diagnostic, StringBuilder out) {
        String tint = tint(diagnostic.severity());
        if (!diagnostic.frames().isEmpty()) {
            paint(BOLD, Printable.of(diagnostic.frames().getFirst().at().position()) + ":", out);
            out.append(' ');
        }
        paint(BOLD + tint, diagnostic.severity().word() + "[" + diagnostic.id() + "]:", out);
        out.append(' ');
        paint(BOLD, Printable.of(diagnostic.message()), out);
        out.append('\n');
        frames(diagnostic, tint, out);
        for (String note : diagnostic.notes()) {
            paint(DIM, " ".repeat(GUTTER + 1) + "=", out);
            out.append(' ').append(Printable.of(note)).append('\n');
        }
    }

    private void frames(Diagnostic diagnostic, String tint, StringBuilder out) {
        SourceFile shown = null;
        for (Frame frame : diagnostic.frames()) {
            SourceFile file = frame.at().file();
            if (shown != null && !shown.equals(file)) {
                margin("", out);
                out.append(Printable.of(frame.at().position())).append('\n');
            }
            shown = file;
            frame(frame, tint, out);
        }
    }

    private void frame(Frame frame, String tint, StringBuilder out) {
        CodeLine code = codeLine(frame.at());
        margin(Integer.toString(frame.at().line() + 1), out);
        out.append(code.text()).append('\n');
        margin("", out);
        out.append(code.indent());
        paint(tint, "^".repeat(code.width()) + (frame.label().isEmpty() ? "" : " " + Printable.of(frame.label())), out);
        out.append('\n');
    }

    private static CodeLine codeLine(Span at) {
        int end = at.endLine() == at.line() ? at.endColumn() : Integer.MAX_VALUE;
        return CodeLine.of(at.file().shown(at.line()), at.column(), end);
    }

    private void margin(String number, StringBuilder out) {
        paint(DIM, " ".repeat(Math.max(0, GUTTER - number.length())) + number + " |", out);
        out.append(' ');
    }

    private static String tint(Severity severity) {
        return switch (severity) {
            case ERROR -> "\u001b[31m";
            case WARNING -> "\u001b[33m";
            case NOTE -> "\u001b[36m";
        };
    }

    private void paint(String style, String text, StringBuilder out) {
        if (colour) {
            out.append(style).append(text).append(RESET);
        } else {
            out.append(text);
        }
    }
}
