package dev.brummer.plugins.parsers;

import org.jspecify.annotations.Nullable;

/**
 * Goes over the members of one JSON object, in order and without building anything. What is broken ends it. A member
 * that nobody asks for costs a look at each of its characters.
 */
final class Json {
    private final String text;
    private int nameFrom;
    private int nameTo;
    private int value;

    private Json(String text, int value) {
        this.text = text;
        this.value = value;
    }

    /** The object whose brace is at {@code brace}, before its first member. */
    static Json object(String text, int brace) {
        return new Json(text, brace);
    }

    /**
     * The object that the text is, behind a head if there is one; null if it is none.
     */
    static @Nullable Json in(String text) {
        int brace = text.indexOf('{');
        boolean is = brace >= 0 && text.charAt(lastOf(text)) == '}' && Head.covers(text, brace);
        return is ? object(text, brace) : null;
    }

    /** Where the last character is that is no blank, of a text that has one. */
    private static int lastOf(String text) {
        int at = text.length() - 1;
        while (Scan.isBlank(text.charAt(at))) {
            at--;
        }
        return at;
    }

    /** Goes to the next member; false behind the last. */
    boolean next() {
        int at = blanks(text.charAt(value) == '{' && nameTo == 0 ? value + 1 : comma(end(value)));
        if (at >= text.length() || text.charAt(at) != '"') {
            return false;
        }
        nameFrom = at + 1;
        nameTo = endOfString(nameFrom);
        int colon = blanks(nameTo + 1);
        if (colon >= text.length() || text.charAt(colon) != ':') {
            return false;
        }
        value = blanks(colon + 1);
        return value < text.length();
    }

    boolean is(String name) {
        return nameTo - nameFrom == name.length() && text.startsWith(name, nameFrom);
    }

    String name() {
        return plain(nameFrom, nameTo);
    }

    /** The value as an object; null if it is none. */
    @Nullable Json object() {
        return text.charAt(value) == '{' ? new Json(text, value) : null;
    }

    /** The value as a string, without escapes; null if it is none. */
    @Nullable String string() {
        return text.charAt(value) == '"' ? plain(value + 1, endOfString(value + 1)) : null;
    }

    /** The value as a number; NaN if it is none. */
    double number() {
        char first = text.charAt(value);
        if (first != '-' && !Scan.isDigit(first)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text.substring(value, end(value)));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The value, if it is a string or a number, as it is written; null for others. */
    @Nullable String word() {
        return Double.isNaN(number()) ? string() : text.substring(value, end(value));
    }

    private int blanks(int from) {
        int at = from;
        while (at < text.length() && (Scan.isBlank(text.charAt(at)) || text.charAt(at) == '\n')) {
            at++;
        }
        return at;
    }

    /** Past the comma behind a value; past the text where there is none. */
    private int comma(int from) {
        int at = blanks(from);
        return at < text.length() && text.charAt(at) == ',' ? at + 1 : text.length();
    }

    private int endOfString(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length());
    }

    /** Past the value that begins at {@code from}. */
    private int end(int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at = endOfString(at + 1);
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                if (depth-- == 0) {
                    return at;
                }
            } else if (depth == 0 && (c == ',' || Scan.isBlank(c))) {
                return at;
            }
            at++;
            if (depth == 0 && (c == '"' || c == '}' || c == ']')) {
                return Math.min(at, text.length());
            }
        }
        return text.length();
    }

    private String plain(int from, int to) {
        String raw = text.substring(from, to);
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
    }

    private static String unescaped(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                plain.append(c);
                continue;
            }
            char escape = raw.charAt(++i);
            int control = "bfnrt".indexOf(escape);
            if (escape == 'u' && isHex(raw, i + 1)) {
                plain.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                i += 4;
            } else {
                plain.append(control < 0 ? escape : "\b\f\n\r\t".charAt(control));
            }
        }
        return plain.toString();
    }

    private static boolean isHex(String raw, int from) {
        if (from + 4 > raw.length()) {
            return false;
        }
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(raw.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
