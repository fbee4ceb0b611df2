package dev.brummer.logs.scan;

/**
 * What stands between the letters of a line and is not seen: escape sequences and control characters, as {@code
 * LineFilter} takes them out. Colours are passed; of everything else it is only said that it may hide something.
 */
final class Hidden {
    /** Nothing is hidden here. */
    static final int NONE = -1;
    /** Something is, or may be, and where it ends is not told. */
    static final int UNSURE = -2;

    private static final int ESC = 0x1B;
    private static final int DEL = 0x7F;
    // The first byte of the control characters from U+0080 on.
    private static final int C2 = 0xC2;
    private static final int CSI = 0x9B;
    private static final int MOST_PARAMETERS = 32;

    private Hidden() {}

    /** Where what is hidden at {@code at} ends. */
    static int end(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if ((first >= ' ' && first < DEL) || first == '\t' || first == '\n') {
            return NONE;
        }
        if (first != ESC || at + 1 == to || bytes[at + 1] != '[') {
            return first < 0xA0 || beginsControl(bytes, at, to) ? UNSURE : NONE;
        }
        int stop = at + 2;
        while (stop < to && isParameter(bytes[stop])) {
            stop++;
        }
        return stop < to && bytes[stop] >= '@' && bytes[stop] < DEL ? stop + 1 : UNSURE;
    }

    private static boolean beginsControl(byte[] bytes, int at, int to) {
        return (bytes[at] & 0xFF) == C2 && (at + 1 == to || (bytes[at + 1] & 0xFF) < 0xA0);
    }

    /** The byte before what is hidden up to and with {@code at}; {@link #UNSURE} also where {@code from} cuts it. */
    static int before(byte[] bytes, int from, int at) {
        int last = bytes[at] & 0xFF;
        if (last < ' ' || last == DEL) {
            return last == '\t' || last == '\n' ? NONE : UNSURE;
        }
        if (last > DEL) {
            boolean control = last < 0xA0 && (at == from || (bytes[at - 1] & 0xFF) == C2);
            // A comparison that took the second byte for a letter's arrives at the first.
            return control || last == C2 ? UNSURE : NONE;
        }
        return beforeSequence(bytes, from, at);
    }

    private static int beforeSequence(byte[] bytes, int from, int at) {
        int begin = at - 1;
        int least = Math.max(from, at - MOST_PARAMETERS);
        while (begin >= least && isParameter(bytes[begin])) {
            begin--;
        }
        if (begin < least) {
            return UNSURE;
        }
        if (bytes[begin] == '[' && begin > from) {
            boolean whole = bytes[at] >= '@' && begin - 2 >= from;
            return bytes[begin - 1] != ESC ? NONE : whole ? begin - 2 : UNSURE;
        }
        return bytes[begin] == '[' || bytes[begin] == ESC || (bytes[begin] & 0xFF) == CSI ? UNSURE : NONE;
    }

    private static boolean isParameter(byte b) {
        return b >= 0x20 && b <= 0x3F;
    }
}
