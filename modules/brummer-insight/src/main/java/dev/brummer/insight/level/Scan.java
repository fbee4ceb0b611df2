package dev.brummer.insight.level;

/** Steps over bytes. Escape sequences count as blank, so that colours are in nobody's way. */
final class Scan {
    private static final int ESC = 0x1B;

    private Scan() {}

    /** Where the next byte is that is no blank. */
    static int skipBlank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isBlank(bytes[at])) {
            at = bytes[at] == ESC ? endOfEscape(bytes, at, to) : at + 1;
        }
        return at;
    }

    /** Where the next byte is that is no escape sequence. */
    static int skipEscapes(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == ESC) {
            at = endOfEscape(bytes, at, to);
        }
        return at;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == ESC;
    }

    private static int endOfEscape(byte[] bytes, int from, int to) {
        int at = from + 1;
        if (at < to && bytes[at] == '[') {
            at++;
            while (at < to && bytes[at] >= 0x20 && bytes[at] <= 0x3F) {
                at++;
            }
        }
        return Math.min(at + 1, to);
    }

    /** Where the token ends that begins at {@code from}: before the next blank. */
    static int endOfToken(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    static int endOfLetters(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isLetter(bytes[at])) {
            at++;
        }
        return at;
    }

    static boolean isLetter(byte b) {
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean isUpper(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!isUpper(bytes[at])) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code text}, which is ASCII, begins at {@code at}. */
    static boolean startsWith(byte[] bytes, int at, int to, byte[] text) {
        if (to - at < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }
}
