package dev.brummer.insight.scan;

/** Steps over bytes. Escape sequences count as blank, so that colours are in nobody's way. Allocates nothing. */
public final class Scan {
    /** A space, a tab, or the beginning of an escape sequence. */
    public static final int BLANK = 1;

    /** An ASCII letter. */
    public static final int LETTER = 2;

    /** An ASCII digit. */
    public static final int DIGIT = 4;

    /** What separates the parts of dates and times. */
    public static final int SEPARATOR = 8;

    /** What else is in dates and times. */
    public static final int IN_TIME = 16;

    /** {@link #timeStep} of what may stand behind a time, and of what may not. */
    public static final long BEHIND_TIME = -1;

    public static final long NOT_IN_TIME = -2;

    public static final int ESC = 0x1B;
    private static final byte[] KINDS = kinds();
    private static final long[] TIME_STEPS = timeSteps();

    private Scan() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int letter = 'a'; letter <= 'z'; letter++) {
            kinds[letter] = LETTER;
            kinds[letter - 0x20] = LETTER;
        }
        for (int digit = '0'; digit <= '9'; digit++) {
            kinds[digit] = DIGIT;
        }
        mark(kinds, " \t\u001b", BLANK);
        mark(kinds, ":-/.T", SEPARATOR);
        mark(kinds, ",Z+M", IN_TIME);
        return kinds;
    }

    private static void mark(byte[] kinds, String characters, int kind) {
        for (int i = 0; i < characters.length(); i++) {
            kinds[characters.charAt(i)] |= (byte) kind;
        }
    }

    /** What kinds of character it is, as a set of bits; 0 for the rest. */
    public static int kind(byte b) {
        return KINDS[b & 0xFF];
    }

    private static long[] timeSteps() {
        long[] steps = new long[256];
        for (int b = 0; b < steps.length; b++) {
            steps[b] = stepOfKind(KINDS[b]);
        }
        return steps;
    }

    private static long stepOfKind(int kind) {
        if (kind == DIGIT) {
            return 1;
        }
        if ((kind & SEPARATOR) != 0) {
            return 1L << 32;
        }
        return (kind & BLANK) != 0 ? BEHIND_TIME : (kind & IN_TIME) != 0 ? 0 : NOT_IN_TIME;
    }

    /** What a byte adds to a time: 1 for a digit, 1 in the upper half for a separator; less than 0 if it is no part. */
    public static long timeStep(byte b) {
        return TIME_STEPS[b & 0xFF];
    }

    /** Where the next byte is that is no blank. */
    public static int skipBlank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isBlank(bytes[at])) {
            at = bytes[at] == ESC ? endOfEscape(bytes, at, to) : at + 1;
        }
        return at;
    }

    /** Where the next byte is that is no escape sequence. */
    public static int skipEscapes(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == ESC) {
            at = endOfEscape(bytes, at, to);
        }
        return at;
    }

    /** Whether it is a space, a tab, or begins an escape sequence. */
    public static boolean isBlank(byte b) {
        return (kind(b) & BLANK) != 0;
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
    public static int endOfToken(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Where the first byte is that is no ASCII letter. */
    public static int endOfLetters(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isLetter(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Whether it is an ASCII letter. */
    public static boolean isLetter(byte b) {
        return (kind(b) & LETTER) != 0;
    }

    /** Whether it is an ASCII capital. */
    public static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    /** Whether it is an ASCII digit. */
    public static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Whether all are ASCII capitals. */
    public static boolean isUpper(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!isUpper(bytes[at])) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code text}, which is ASCII, begins at {@code at}. */
    public static boolean startsWith(byte[] bytes, int at, int to, byte[] text) {
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
