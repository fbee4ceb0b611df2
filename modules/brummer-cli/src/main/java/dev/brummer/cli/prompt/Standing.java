package dev.brummer.cli.prompt;

import dev.brummer.process.TerminalSize;
import dev.brummer.spi.text.NameColumn;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The lines that have begun and not ended, between the stream and what is typed. Where there are more than there is room
 * for, the newest are shown; of one that is too long its end, for that is where a question is.
 */
final class Standing {
    private static final int MOST = 3;
    private static final String SIGN = " … ";

    private Standing() {}

    /** One under the other, each with a line end; empty where there are none. */
    static AttributedString of(List<BegunLine> lines, TerminalSize size, boolean colour) {
        // The stream and what is typed need a row each at least.
        int room = Math.min(MOST, size.rows() / 4);
        var text = new AttributedStringBuilder();
        for (BegunLine line : lines.subList(Math.max(0, lines.size() - room), lines.size())) {
            add(line, size.columns(), colour, text);
        }
        return text.toAttributedString();
    }

    private static void add(BegunLine line, int columns, boolean colour, AttributedStringBuilder to) {
        String name = NameColumn.fit(line.name(), NameColumn.width(line.longest(), columns));
        to.style(colour ? AttributedStyle.DEFAULT.foreground(line.colour()) : AttributedStyle.DEFAULT)
                .append(name)
                .append(SIGN)
                .style(AttributedStyle.DEFAULT);
        // A row that is full to its last column would have the cursor begin another.
        int left = Math.max(1, columns - name.length() - SIGN.length() - 1);
        to.append(end(new AttributedString(line.text()), left)).append('\n');
    }

    private static AttributedString end(AttributedString text, int columns) {
        int from = text.columnLength() - columns;
        AttributedString end = from <= 0 ? text : text.columnSubSequence(from, text.columnLength());
        // A character of two columns that begins one too early came along.
        return end.columnLength() <= columns ? end : end.columnSubSequence(2, end.columnLength());
    }
}
