package dev.brummer.insight.report;

import dev.brummer.insight.report.Paint.Style;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Text that is written line by line, broken where the terminal ends. For one thread. */
public final class Sheet {
    private static final String TAB = "    ";
    private static final int LEAST = 24;
    private static final int DEEPEST = 4;

    private final Paint paint;
    private final int columns;
    private final StringBuilder text = new StringBuilder();

    Sheet(Paint paint, int columns) {
        this.paint = paint;
        this.columns = columns;
    }

    public Paint paint() {
        return paint;
    }

    public int columns() {
        return columns;
    }

    /** An empty line. */
    public void gap() {
        text.append('\n');
    }

    /** An empty line, unless nothing is before it. */
    public void gapBetween() {
        if (!text.isEmpty()) {
            gap();
        }
    }

    /** A line that is written as it is. */
    public void line(String painted) {
        text.append(painted.stripTrailing()).append('\n');
    }

    /** A line of plain text, indented. */
    public void line(int indent, Optional<Style> style, Links links, String plain) {
        row(" ".repeat(indent), indent, style, links, plain);
    }

    /** A line of plain text that is read last. */
    public void quiet(int indent, String plain) {
        line(indent, Optional.of(Style.QUIET), Links.ABSOLUTE, plain);
    }

    /**
     * A line of plain text behind a head; its further lines begin where the text does, or further to the left where
     * that leaves too little room.
     *
     * @param head may be painted
     * @param width columns that the head takes
     */
    public void row(String head, int width, Optional<Style> style, Links links, String plain) {
        String line = plain.replace("\t", TAB);
        List<Links.Link> found = links.in(line);
        int indent = indent(width);
        UnaryOperator<String> painted = part -> style.map(is -> paint.styled(is, part)).orElse(part);
        String before = head;
        if (indent < width) {
            line(head);
            before = " ".repeat(indent);
        }
        int from = 0;
        for (int end : Cells.breaks(line, columns - indent)) {
            int seen = from + line.substring(from, end).stripTrailing().length();
            line(before + painted.apply(Links.linked(line, from, seen, found, paint)));
            before = " ".repeat(indent);
            from = end;
        }
    }

    /**
     * Where text begins behind a head of that width: there, or further to the left where that leaves too little room.
     */
    public int indent(int width) {
        return columns - width < LEAST ? Math.min(width, DEEPEST) : width;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
