package dev.brummer.cli.prompt;

import dev.brummer.core.text.Printable;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** What stands before the place to type at. */
final class Label {
    static final String SIGN = "❯ ";

    /** Of the 256-colour palette, readable on dark and light. */
    private static final int NOTICEABLE = 130;

    private Label() {}

    /**
     * The label as the line editor takes it.
     *
     * @param filters which lines are seen; empty where all are
     * @param columns of the terminal, of which at least half stays free
     */
    static String of(String filters, int columns, boolean colour) {
        AttributedStringBuilder label = new AttributedStringBuilder();
        if (!filters.isEmpty()) {
            AttributedString text = new AttributedString(Printable.of(filters));
            int most = Math.max(columns / 2, 1);
            label.style(colour ? AttributedStyle.DEFAULT.foreground(NOTICEABLE) : AttributedStyle.DEFAULT);
            label.append(text.columnLength() <= most ? text : text.columnSubSequence(0, most - 1));
            label.append(text.columnLength() <= most ? "" : "… ");
        }
        label.style(colour ? AttributedStyle.BOLD : AttributedStyle.DEFAULT).append(SIGN);
        // The editor reads a percent sign as the beginning of a pattern.
        return label.toAnsi().replace("%", "%%");
    }
}
