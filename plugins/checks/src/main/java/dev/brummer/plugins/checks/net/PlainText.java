package dev.brummer.plugins.checks.net;

import java.util.regex.Pattern;

/** What others wrote, made fit for a line that a person reads. */
public final class PlainText {
    /** Control sequences (colours, cursor), operating system commands (titles, links), and short escapes. */
    private static final Pattern ESCAPES =
            Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]"
                    + "|[\\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?"
                    + "|[ -/]*[0-~])");

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private PlainText() {}

    /** {@code text} without the escape sequences of terminals. */
    public static String withoutEscapes(String text) {
        return text.indexOf('\u001b') < 0 ? text : ESCAPES.matcher(text).replaceAll("");
    }

    /** {@code text} as one short line without anything that would move a cursor. */
    public static String oneLine(String text, int atMost) {
        String line = GAPS.matcher(withoutEscapes(text)).replaceAll(" ").strip();
        if (line.length() <= atMost) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(atMost - 2)) ? atMost - 2 : atMost - 1;
        return line.substring(0, end).stripTrailing() + "…";
    }
}
