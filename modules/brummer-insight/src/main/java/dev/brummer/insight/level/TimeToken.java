package dev.brummer.insight.level;

import dev.brummer.insight.scan.Scan;

/** A token that is a date, a time, or seconds since some epoch. */
final class TimeToken {
    private static final int DIGIT = 1;
    private static final long SEPARATOR = 1L << 32;
    private static final long END = -1;
    private static final long NONE = -2;

    /** What each byte adds to the count of digits, in the lower half, and of separators, in the upper one. */
    private static final long[] STEPS = steps();

    private TimeToken() {}

    private static long[] steps() {
        long[] steps = new long[256];
        for (int b = 0; b < steps.length; b++) {
            steps[b] = step(Scan.kind((byte) b));
        }
        return steps;
    }

    private static long step(int kind) {
        if (kind == Scan.DIGIT) {
            return DIGIT;
        }
        if ((kind & Scan.SEPARATOR) != 0) {
            return SEPARATOR;
        }
        return (kind & Scan.BLANK) != 0 ? END : (kind & Scan.IN_TIME) != 0 ? 0 : NONE;
    }

    /** Where the date or time ends that is the whole token at {@code from}; -1 if the token is none. */
    static int end(byte[] bytes, int from, int to) {
        long sum = 0;
        int at = from;
        for (; at < to; at++) {
            long step = STEPS[bytes[at] & 0xFF];
            if (step < 0) {
                if (step == NONE) {
                    return -1;
                }
                break;
            }
            sum += step;
        }
        int digits = (int) sum;
        long separators = sum >>> 32;
        return (digits > 0 && separators > 1) || digits > 8 ? at : -1;
    }
}
