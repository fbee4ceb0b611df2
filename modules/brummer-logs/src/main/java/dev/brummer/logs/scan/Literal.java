package dev.brummer.logs.scan;

import java.nio.charset.StandardCharsets;

/**
 * Some bytes to be found, letters of ASCII in either case. It looks for the rarest of them, eight bytes a step, and at
 * its neighbours where that is found. Immutable.
 */
public final class Literal {
    private final byte[] lower;
    private final int rarest;
    private final long pattern;
    private final long caseBits;

    private Literal(byte[] lower) {
        this.lower = lower;
        this.rarest = rarest(lower);
        this.pattern = (lower[rarest] & 0xFF) * Ascii.ONES;
        this.caseBits = Ascii.isLetter(lower[rarest]) ? 0x20 * Ascii.ONES : 0;
    }

    /** @throws IllegalArgumentException if the text is empty */
    public static Literal of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("nothing to look for");
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Ascii.lower(bytes[i]);
        }
        return new Literal(bytes);
    }

    private static int rarest(byte[] lower) {
        int rarest = 0;
        for (int i = 1; i < lower.length; i++) {
            if (ByteRanks.share(lower[i]) < ByteRanks.share(lower[rarest])) {
                rarest = i;
            }
        }
        return rarest;
    }

    /** How many bytes it has. */
    public int length() {
        return lower.length;
    }

    /** About how probable it is that it stands at a given place; for comparisons. */
    public double probability() {
        double probability = 1;
        for (byte b : lower) {
            probability *= ByteRanks.share(b);
        }
        return probability;
    }

    /** Where it first stands, whole and uninterrupted, in {@code bytes[from, to)}; -1 where it does not. */
    public int indexIn(byte[] bytes, int from, int to) {
        int end = to - (lower.length - 1 - rarest);
        for (int at = nextRarest(bytes, from + rarest, end); at >= 0; at = nextRarest(bytes, at + 1, end)) {
            if (isAt(bytes, at - rarest)) {
                return at - rarest;
            }
        }
        return -1;
    }

    /**
     * A place in the first line of {@code bytes[from, to)} where it may stand once escape sequences and control
     * characters are taken out, or where the range may cut it; -1 where there is none. In vain at times.
     */
    public int mayStandIn(byte[] bytes, int from, int to) {
        return mayStandIn(bytes, from, to, from, to);
    }

    /** The same, looking from {@code begin} up to {@code limit} for what may reach beyond within the range. */
    int mayStandIn(byte[] bytes, int begin, int limit, int from, int to) {
        for (int at = nextRarest(bytes, begin, limit); at >= 0; at = nextRarest(bytes, at + 1, limit)) {
            if (mayEndBefore(bytes, from, at) && mayGoOnBehind(bytes, at, to)) {
                return at;
            }
        }
        return -1;
    }

    private int nextRarest(byte[] bytes, int from, int to) {
        int at = from;
        for (int last = to - Long.BYTES; at <= last; at += Long.BYTES) {
            long other = ((long) Ascii.WORDS.get(bytes, at) | caseBits) ^ pattern;
            long hits = (other - Ascii.ONES) & ~other & Ascii.HIGH_BITS;
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (at < to && Ascii.lower(bytes[at]) != lower[rarest]) {
            at++;
        }
        return at < to ? at : -1;
    }

    private boolean isAt(byte[] bytes, int begin) {
        for (int i = 0; i < lower.length; i++) {
            if (Ascii.lower(bytes[begin + i]) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean mayEndBefore(byte[] bytes, int from, int hit) {
        int at = hit - 1;
        for (int i = rarest - 1; i >= 0; ) {
            if (at < from) {
                return true;
            }
            if (Ascii.lower(bytes[at]) == lower[i]) {
                i--;
                at--;
            } else {
                at = Hidden.before(bytes, from, at);
                if (at < 0) {
                    return at == Hidden.UNSURE;
                }
            }
        }
        return true;
    }

    private boolean mayGoOnBehind(byte[] bytes, int hit, int to) {
        int at = hit + 1;
        for (int i = rarest + 1; i < lower.length; ) {
            if (at >= to) {
                return true;
            }
            if (Ascii.lower(bytes[at]) == lower[i]) {
                i++;
                at++;
            } else {
                at = Hidden.end(bytes, at, to);
                if (at < 0) {
                    return at == Hidden.UNSURE;
                }
            }
        }
        return true;
    }
}
