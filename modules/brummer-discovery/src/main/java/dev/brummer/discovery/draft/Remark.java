package dev.brummer.discovery.draft;

import java.util.ArrayList;
import java.util.List;

/** Comments: what stands in them cannot end them, and long ones go on in the next line. */
final class Remark {
    private static final String SIGN = "# ";

    private Remark() {}

    /** A text as comment lines that are at most so wide. */
    static List<String> lines(String text, String indent, int width) {
        return lines(text, indent + SIGN, indent + SIGN, width);
    }

    /** A text as an item of a list in comments. */
    static List<String> item(String text, int width) {
        return lines(text, SIGN + "- ", SIGN + "  ", width);
    }

    private static List<String> lines(String text, String first, String others, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        for (String word : inOneLine(text).split(" ", -1)) {
            boolean begun = line.length() > (lines.isEmpty() ? first : others).length();
            if (begun && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(others);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A text without what would end a comment, or hide what it says. */
    static String inOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(ScalarText.isHidden(c) && !Character.isSurrogate(c) ? ' ' : c);
        }
        return line.toString().strip().replaceAll(" {2,}", " ");
    }
}
