package dev.brummer.config.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file, or another piece of text such as a command-line option, that diagnostics point into. */
public final class SourceFile {
    private final String name;
    private final String text;
    private final boolean secret;
    private int @Nullable [] starts;

    /** @param name as a person is to read it: the path relative to the project's folder */
    public SourceFile(String name, String text) {
        this(name, text, false);
    }

    private SourceFile(String name, String text, boolean secret) {
        this.name = name;
        this.text = text;
        this.secret = secret;
    }

    /** A file of variables, whose values are not shown: diagnostics end up in logs. */
    public static SourceFile ofVariables(String name, String text) {
        return new SourceFile(name, text, true);
    }

    /** Whether it is a file of variables. */
    public boolean isOfVariables() {
        return secret;
    }

    /** Line {@code index} as a diagnostic may show it. */
    String shown(int index) {
        String line = line(index);
        return secret ? ShownLine.ofVariables(line) : ShownLine.ofKeys(line);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** Line {@code index}, from 0, without its end; empty where there is none. */
    public String line(int index) {
        int[] all = starts();
        if (index < 0 || index >= all.length) {
            return "";
        }
        int end = index + 1 < all.length ? all[index + 1] : text.length();
        while (end > all[index] && index + 1 < all.length && isEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(all[index], end);
    }

    /** How many lines there are. */
    public int lineCount() {
        return starts().length;
    }

    /** The place from {@code begin} up to {@code end}, in characters of the text. */
    public Span span(int begin, int end) {
        int[] all = starts();
        int found = Arrays.binarySearch(all, begin);
        int line = found >= 0 ? found : -found - 2;
        int column = text.codePointCount(all[line], begin);
        return new Span(this, line, column, line, column + text.codePointCount(begin, end));
    }

    private synchronized int[] starts() {
        if (starts == null) {
            starts = findStarts();
        }
        return starts;
    }

    private int[] findStarts() {
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(i)) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = i + 1;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }

    // YAML ends a line at a line feed, at a carriage return, and at the two together.
    private boolean endsLine(int i) {
        char c = text.charAt(i);
        return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
    }

    @Override
    public String toString() {
        return name;
    }
}
