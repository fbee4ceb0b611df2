package dev.brummer.cli.prompt;

import dev.brummer.core.text.Printable;
import java.util.List;
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
     * @param filters which lines are seen; none where all are
     * @param columns of the terminal, of which at least half stays free; where that is too little, each filter is cut
     */
    static String of(List<String> filters, int columns, boolean colour) {
        AttributedStringBuilder label = new AttributedStringBuilder();
        label.style(colour ? AttributedStyle.DEFAULT.foreground(NOTICEABLE) : AttributedStyle.DEFAULT);
        var texts = filters.stream().map(filter -> new AttributedString(Printable.of(filter) + " ")).toList();
        int left = Math.max(columns / 2, 1);
        for (int i = 0; i < texts.size(); i++) {
            int behind = columnsOf(texts.subList(i + 1, texts.size()));
            int most = Math.max(left - behind, left / (texts.size() - i));
            AttributedString text = texts.get(i);
            label.append(text.columnLength() <= most ? text : text.columnSubSequence(0, Math.max(0, most - 1)));
            label.append(text.columnLength() <= most ? "" : "… ");
            left -= Math.min(most, text.columnLength());
        }
        label.style(colour ? AttributedStyle.BOLD : AttributedStyle.DEFAULT).append(SIGN);
        // The editor reads a percent sign as the beginning of a pattern.
        return label.toAnsi().replace("%", "%%");
    }

    private static int columnsOf(List<AttributedString> texts) {
        return texts.stream().mapToInt(AttributedString::columnLength).sum();
    }
}
