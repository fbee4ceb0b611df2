package dev.brummer.insight.report;

import java.util.ArrayList;
import java.util.List;

/** How much room text takes on a terminal, and where it is broken to fit. */
public final class Cells {
    private static final int[][] WIDE = {
        {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
        {0x20000, 0x3FFFD}
    };

    private Cells() {}

    /** Columns that plain text takes. */
    public static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    private static int width(int character) {
        if (character < 0x300) {
            return 1;
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (range[0] <= character && character <= range[1]) {
                return 2;
            }
        }
        return 1;
    }

    /** {@code text} and as many blanks as it takes. */
    public static String left(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /** As many blanks as it takes, and {@code text}. */
    public static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /** The text, or its beginning and an ellipsis where it takes more columns than that. */
    public static String cut(String text, int columns) {
        return width(text) <= columns ? text : text.substring(0, end(text, 0, columns - 1)) + "…";
    }

    /**
     * Where text is broken into lines of at most {@code columns}: the ends of all lines, the last included. It breaks
     * behind a blank where there is one in the second half of a line.
     */
    static List<Integer> breaks(String text, int columns) {
        List<Integer> ends = new ArrayList<>();
        int from = 0;
        do {
            int end = end(text, from, Math.max(2, columns));
            if (end < text.length()) {
                int blank = text.lastIndexOf(' ', end);
                end = blank > from + (end - from) / 2 ? blank + 1 : end;
            }
            ends.add(end);
            from = end;
        } while (from < text.length());
        return ends;
    }

    /** Where {@code columns} columns from {@code from} on end. */
    private static int end(String text, int from, int columns) {
        int at = from;
        int taken = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            taken += width(character);
            if (taken > columns) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }
}
