package dev.brummer.discovery.shell;

import java.util.Optional;

/** Reads one word after the other from a text. For one thread. */
final class WordReader {
    private static final String ENDS = " \t\r\n;&|()<>";

    private final String text;
    private int at;

    WordReader(String text) {
        this.text = text;
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** Whether {@code what} comes next, which is passed over then. */
    boolean takes(String what) {
        boolean there = text.startsWith(what, at);
        at += there ? what.length() : 0;
        return there;
    }

    boolean sees(String what) {
        return text.startsWith(what, at);
    }

    /** Passes over blanks and the ends of lines that go on. */
    void skipBlanks() {
        while (sees(" ") || sees("\t") || sees("\\\n")) {
            at += sees("\\") ? 2 : 1;
        }
    }

    boolean seesWord() {
        return !atEnd() && ENDS.indexOf(text.charAt(at)) < 0;
    }

    /** The word that begins here. */
    Word word() throws NotUnderstoodException {
        int begin = at;
        StringBuilder value = new StringBuilder();
        boolean known = true;
        while (seesWord()) {
            char c = text.charAt(at++);
            switch (c) {
                case '\'' -> value.append(until('\''));
                case '"' -> known &= quoted(value);
                case '\\' -> value.append(escaped());
                case '$', '`' -> {
                    expansion(c);
                    known = false;
                }
                default -> {
                    value.append(c);
                    known &= c != '~' || at - 1 > begin;
                }
            }
        }
        return new Word(text.substring(begin, at), known ? Optional.of(value.toString()) : Optional.empty());
    }

    private String escaped() throws NotUnderstoodException {
        if (atEnd()) {
            throw new NotUnderstoodException();
        }
        char c = text.charAt(at++);
        return c == '\n' ? "" : String.valueOf(c);
    }

    private String until(char quote) throws NotUnderstoodException {
        int end = text.indexOf(quote, at);
        if (end < 0) {
            throw new NotUnderstoodException();
        }
        String within = text.substring(at, end);
        at = end + 1;
        return within;
    }

    /** What stands in double quotes; whether all of it is known. */
    private boolean quoted(StringBuilder value) throws NotUnderstoodException {
        boolean known = true;
        while (!takes("\"")) {
            if (atEnd()) {
                throw new NotUnderstoodException();
            }
            char c = text.charAt(at++);
            if (c == '$' || c == '`') {
                expansion(c);
                known = false;
            } else if (c == '\\' && !atEnd() && "\"\\$`\n".indexOf(text.charAt(at)) >= 0) {
                value.append(escaped());
            } else {
                value.append(c);
            }
        }
        return known;
    }

    private void expansion(char sign) throws NotUnderstoodException {
        if (sign == '`') {
            String ignored = until('`');
        } else if (takes("(")) {
            skipTo(')', '(');
        } else if (takes("{")) {
            skipTo('}', '{');
        }
    }

    /** Passes over what is nested, with the quotes in it. */
    private void skipTo(char close, char open) throws NotUnderstoodException {
        int depth = 1;
        while (depth > 0) {
            if (atEnd()) {
                throw new NotUnderstoodException();
            }
            char c = text.charAt(at++);
            switch (c) {
                case '\'' -> skipQuote('\'');
                case '"' -> skipQuote('"');
                case '\\' -> skipEscaped();
                default -> depth += c == open ? 1 : c == close ? -1 : 0;
            }
        }
    }

    private void skipEscaped() throws NotUnderstoodException {
        String ignored = escaped();
    }

    private void skipQuote(char quote) throws NotUnderstoodException {
        String ignored = until(quote);
    }
}
