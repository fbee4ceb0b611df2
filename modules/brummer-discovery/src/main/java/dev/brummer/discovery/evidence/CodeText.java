package dev.brummer.discovery.evidence;

import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The text of a program, in which it is known what is a comment and what stands in quotes. Characters keep their
 * places: those of comments are blank.
 *
 * @param text without comments
 * @param quoted the places within quotes
 */
record CodeText(SourceFile file, String text, BitSet quoted) {
    private static final int LONGEST = 4000;

    static CodeText javaScript(SourceFile file) {
        return new Cleaning(file.text(), "//", true).clean(file);
    }

    static CodeText python(SourceFile file) {
        return new Cleaning(file.text(), "#", false).clean(file);
    }

    /** Whether what stands there is part of the program, and neither a comment nor a text. */
    boolean isCode(int at) {
        return !quoted.get(at);
    }

    Span span(int begin, int end) {
        return file.span(begin, end);
    }

    /**
     * What stands between brackets, cut at the commas that are in no brackets of their own.
     *
     * @param begin the place right behind the opening bracket
     */
    List<Piece> arguments(int begin) {
        List<Piece> pieces = new ArrayList<>();
        int depth = 0;
        int from = begin;
        for (int i = begin; i < text.length() && i - begin < LONGEST; i++) {
            char c = isCode(i) ? text.charAt(i) : ' ';
            if (depth == 0 && (c == ',' || c == ')' || c == ']' || c == '}')) {
                pieces.add(piece(from, i));
                from = i + 1;
                if (c != ',') {
                    return pieces;
                }
            }
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
        }
        return List.of();
    }

    /** The expression that begins here and goes on to the end of its statement. */
    Piece statement(int begin) {
        int depth = 0;
        int end = begin;
        while (end < text.length() && end - begin < LONGEST) {
            char c = isCode(end) ? text.charAt(end) : ' ';
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            if (depth < 0 || (depth == 0 && (c == ';' || c == '\n' || c == ','))) {
                break;
            }
            end++;
        }
        return piece(begin, end);
    }

    Piece piece(int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Piece(this, from, to);
    }

    /** A part of the text, without blanks around it. */
    record Piece(CodeText code, int begin, int end) {
        String text() {
            return code.text().substring(begin, end);
        }

        Span span() {
            return code.span(begin, end);
        }
    }

    /** Goes over a text once. */
    private static final class Cleaning {
        private final String source;
        private final String comment;
        private final boolean javaScript;
        private final StringBuilder text;
        private final BitSet quoted = new BitSet();
        private char before = '(';

        Cleaning(String source, String comment, boolean javaScript) {
            this.source = source;
            this.comment = comment;
            this.javaScript = javaScript;
            this.text = new StringBuilder(source);
        }

        CodeText clean(SourceFile file) {
            int at = 0;
            while (at < source.length()) {
                at = next(at);
            }
            return new CodeText(file, text.toString(), quoted);
        }

        private int next(int at) {
            char c = source.charAt(at);
            if (source.startsWith(comment, at)) {
                return blank(at, end("\n", at));
            }
            if (javaScript && source.startsWith("/*", at)) {
                return blank(at, Math.min(source.length(), end("*/", at + 2) + 2));
            }
            if (c == '"' || c == '\'' || (javaScript && c == '`')) {
                before = c;
                return quote(at, c);
            }
            if (javaScript && c == '/' && "(,=:[!&|?{};\n".indexOf(before) >= 0) {
                before = c;
                return quote(at, '/');
            }
            before = Character.isWhitespace(c) && c != '\n' ? before : c;
            return at + 1;
        }

        private int end(String sign, int from) {
            int found = source.indexOf(sign, from);
            return found < 0 ? source.length() : found;
        }

        private int blank(int begin, int end) {
            for (int i = begin; i < end; i++) {
                if (source.charAt(i) != '\n') {
                    text.setCharAt(i, ' ');
                }
            }
            return end;
        }

        /** Passes over a text in quotes, or what is left of a line where they are not closed. */
        private int quote(int begin, char sign) {
            String three = String.valueOf(sign).repeat(3);
            boolean block = !javaScript && source.startsWith(three, begin);
            int at = begin + (block ? 3 : 1);
            while (at < source.length()) {
                char c = source.charAt(at);
                boolean closed = block ? source.startsWith(three, at) : c == sign;
                if (closed || (c == '\n' && !block && sign != '`')) {
                    int end = at + (closed && block ? 3 : 1);
                    quoted.set(begin + 1, Math.max(begin + 1, at));
                    return end;
                }
                at += c == '\\' ? 2 : 1;
            }
            quoted.set(begin + 1, source.length());
            return source.length();
        }
    }
}
