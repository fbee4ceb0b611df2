package dev.brummer.spi.text;

/** The grammar of escape sequences (ECMA-48), as far as it takes to find their ends. */
final class Escapes {
    private static final int BEL = 0x07;
    private static final int ESC = 0x1B;

    private Escapes() {}

    /** Whether the character after ESC begins a string: OSC, DCS, SOS, PM or APC. */
    static boolean isString(int introducer) {
        return introducer == ']'
                || introducer == 'P'
                || introducer == 'X'
                || introducer == '^'
                || introducer == '_';
    }

    /** Where the control sequence ends whose parameters begin at {@code at}: before the first byte that is no part. */
    static int endOfControl(byte[] line, int at, int end) {
        int stop = at;
        while (stop < end && line[stop] >= 0x20 && line[stop] <= 0x3F) {
            stop++;
        }
        return stop < end && line[stop] >= 0x40 && line[stop] < 0x7F ? stop + 1 : stop;
    }

    /** Whether it sets colours: digits and separators, then {@code m}. */
    static boolean isColour(byte[] line, int at, int stop) {
        for (int i = at; i < stop - 1; i++) {
            if (line[i] < '0' || line[i] > ';') {
                return false;
            }
        }
        return stop > at && line[stop - 1] == 'm';
    }

    /** Whether it goes back to the first column: {@code G} behind no number, 0 or 1. */
    static boolean isBack(byte[] line, int at, int stop) {
        if (stop == at || line[stop - 1] != 'G') {
            return false;
        }
        for (int i = at; i < stop - 1; i++) {
            boolean first = line[i] == '0' || (line[i] == '1' && i == stop - 2);
            if (!first) {
                return false;
            }
        }
        return true;
    }

    /** Whether a colour sequence certainly ends all colours. */
    static boolean isReset(byte[] line, int at, int stop) {
        for (int i = at; i < stop - 1; i++) {
            if (line[i] != '0' && line[i] != ';') {
                return false;
            }
        }
        return true;
    }

    /**
     * Where the string ends that begins at {@code at}, its terminator included. A string that does not end on this
     * line is none: what follows is shown, rather than the rest of the line lost.
     */
    static int endOfString(byte[] line, int at, int end) {
        for (int i = at; i < end; i++) {
            if (line[i] == BEL) {
                return i + 1;
            }
            if (i + 1 < end && isTerminator(line[i], line[i + 1])) {
                return i + 2;
            }
        }
        return at;
    }

    private static boolean isTerminator(byte first, byte second) {
        return (first == ESC && second == '\\') || (first == (byte) 0xC2 && second == (byte) 0x9C);
    }

    /** Where an escape sequence without parameters ends: any number of intermediates, then one more. */
    static int endOfShort(byte[] line, int at, int end) {
        int stop = at;
        while (stop < end && line[stop] >= 0x20 && line[stop] <= 0x2F) {
            stop++;
        }
        return stop < end && line[stop] >= 0x30 && line[stop] < 0x7F ? stop + 1 : stop;
    }
}
