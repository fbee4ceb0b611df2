package dev.brummer.logs.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Some bytes to be found, letters of ASCII in either case. It looks for the rarest of them, eight bytes a step, or
 * where none is rare for the rarest two in a row, and compares the others where it finds these. Immutable.
 */
public final class Literal {
    // Rarer bytes than this are found so seldom that looking at a second one all the time takes longer.
    private static final double RARE = 0.004;

    // Of so many bytes it is seen which are frequent.
    private static final int SAMPLE = 1 << 10;

    private final byte[] lower;
    private final int rarest;
    private final boolean paired;
    private final long pattern;
    private final long caseBits;
    private final long nextPattern;
    private final long nextCaseBits;

    private Literal(byte[] lower, ByteRanks ranks) {
        this.lower = lower;
        int single = rarest(lower, 1, ranks);
        this.paired = lower.length > 1 && ranks.share(lower[single]) > RARE;
        this.rarest = paired ? rarest(lower, 2, ranks) : single;
        this.pattern = pattern(lower[rarest]);
        this.caseBits = caseBits(lower[rarest]);
        this.nextPattern = paired ? pattern(lower[rarest + 1]) : 0;
        this.nextCaseBits = paired ? caseBits(lower[rarest + 1]) : 0;
    }

    private static long pattern(byte lower) {
        return (lower & 0xFF) * Ascii.ONES;
    }

    private static long caseBits(byte lower) {
        return Ascii.isLetter(lower) ? 0x20 * Ascii.ONES : 0;
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
        return new Literal(bytes, ByteRanks.USUAL);
    }

    /** The same, to be found faster in bytes such as {@code bytes[from, to)}. */
    public Literal tuned(byte[] bytes, int from, int to) {
        return new Literal(lower, ByteRanks.like(bytes, from, Math.min(to, from + SAMPLE)));
    }

    /** Where the rarest row of so many bytes begins. */
    private static int rarest(byte[] lower, int length, ByteRanks ranks) {
        int rarest = 0;
        for (int i = 1; i + length <= lower.length; i++) {
            rarest = probability(lower, i, length, ranks) < probability(lower, rarest, length, ranks) ? i : rarest;
        }
        return rarest;
    }

    private static double probability(byte[] lower, int from, int length, ByteRanks ranks) {
        double probability = 1;
        for (int i = from; i < from + length; i++) {
            probability *= ranks.share(lower[i]);
        }
        return probability;
    }

    /** How many bytes it has. */
    public int length() {
        return lower.length;
    }

    /** About how probable it is that it stands at a given place; for comparisons. */
    public double probability() {
        return probability(lower, 0, lower.length, ByteRanks.USUAL);
    }

    /** Where it first stands, whole and uninterrupted, in {@code bytes[from, to)}; -1 where it does not. */
    public int indexIn(byte[] bytes, int from, int to) {
        int end = to - (lower.length - 1 - rarest);
        for (int at = next(bytes, from + rarest, end, to); at >= 0; at = next(bytes, at + 1, end, to)) {
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
        for (int at = next(bytes, from, to, to); at >= 0; at = next(bytes, at + 1, to, to)) {
            if (mayGoOnBehind(bytes, at, to) && mayEndBefore(bytes, from, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether one of them may stand in {@code bytes[from, to)}, as {@link #mayStandIn} tells. */
    public static boolean anyMayStandIn(List<Literal> any, byte[] bytes, int from, int to) {
        for (int i = 0; i < any.size(); i++) {
            if (any.get(i).mayStandIn(bytes, from, to) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The next place in {@code [from, limit)} of the rarest byte; before {@code to} the one behind it may fit too. */
    private int next(byte[] bytes, int from, int limit, int to) {
        int at = from;
        for (int last = Math.min(limit, to - 1) - Long.BYTES; at <= last; at += Long.BYTES) {
            long hits = paired ? pairs(bytes, at) : singles((long) Ascii.WORDS.get(bytes, at));
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (at < limit && Ascii.lower(bytes[at]) != lower[rarest]) {
            at++;
        }
        return at < limit ? at : -1;
    }

    private long singles(long word) {
        return Ascii.zeros((word | caseBits) ^ pattern);
    }

    private long pairs(byte[] bytes, int at) {
        long next = (long) Ascii.WORDS.get(bytes, at + 1);
        long fits = Ascii.zeros((next | nextCaseBits) ^ nextPattern);
        // Behind what is no visible ASCII, the next letter may come later.
        long notPlain = ((next - ' ' * Ascii.ONES) | (next + Ascii.ONES) | next) & Ascii.HIGH_BITS;
        return singles((long) Ascii.WORDS.get(bytes, at)) & (fits | notPlain);
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
