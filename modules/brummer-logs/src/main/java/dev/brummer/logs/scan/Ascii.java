package dev.brummer.logs.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What bytes are as ASCII, eight at a time where there are many. */
public final class Ascii {
    static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final long ONES = 0x0101010101010101L;
    static final long HIGH_BITS = 0x8080808080808080L;

    private static final int DEL = 0x7F;

    private Ascii() {}

    /** Whether {@code bytes[from, to)} is ASCII that a person can see: no control character. */
    public static boolean isPlain(byte[] bytes, int from, int to) {
        int at = from;
        for (int last = to - Long.BYTES; at <= last; at += Long.BYTES) {
            if (!isPlain((long) WORDS.get(bytes, at))) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] < ' ' || bytes[at] == DEL) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(long word) {
        long belowSpace = (word - ' ' * ONES) & ~word;
        long del = word ^ DEL * ONES;
        return ((word | belowSpace | ((del - ONES) & ~del)) & HIGH_BITS) == 0;
    }

    /** Where the line ends that is at {@code from}: at a line feed or carriage return, or at {@code to}. */
    public static int endOfLine(byte[] bytes, int from, int to) {
        return firstOf('\n', '\r', bytes, from, to);
    }

    /** Where the line begins that {@code at} is in: behind a line feed or carriage return, or at {@code from}. */
    public static int beginOfLine(byte[] bytes, int from, int at) {
        int begin = at;
        while (begin > from && bytes[begin - 1] != '\n' && bytes[begin - 1] != '\r') {
            begin--;
        }
        return begin;
    }

    /** Where the first of two characters of ASCII stands in {@code bytes[from, to)}; {@code to} where neither does. */
    public static int firstOf(char one, char other, byte[] bytes, int from, int to) {
        int at = from;
        for (int last = to - Long.BYTES; at <= last; at += Long.BYTES) {
            long word = (long) WORDS.get(bytes, at);
            long hits = zeros(word ^ one * ONES) | zeros(word ^ other * ONES);
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (at < to && bytes[at] != one && bytes[at] != other) {
            at++;
        }
        return at;
    }

    /** The high bit of each byte that is zero, and at times of the one behind such a byte. */
    static long zeros(long word) {
        return (word - ONES) & ~word & HIGH_BITS;
    }

    /** The byte with capital letters of ASCII made small. */
    static int lower(int b) {
        return b >= 'A' && b <= 'Z' ? b | 0x20 : b;
    }

    static boolean isLetter(int lower) {
        return lower >= 'a' && lower <= 'z';
    }
}
