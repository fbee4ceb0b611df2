package dev.brummer.config.secret;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * Texts that are looked for at each place of another text at once. A hash of the next four characters tells of nearly
 * all places that none begins there; at the others the sorted texts are narrowed character by character. So it costs
 * hardly more with hundreds of them than with one. Immutable.
 */
final class SecretTexts {
    /** The fewest characters that one may have. */
    static final int SHORTEST = 4;

    private static final int BITS = 17;

    private final String[] sorted;
    private final long[] beginnings = new long[1 << (BITS - 6)];

    /** @param texts none of them shorter than {@link #SHORTEST} */
    SecretTexts(Collection<String> texts) {
        sorted = texts.stream().distinct().sorted().toArray(String[]::new);
        for (String text : sorted) {
            long key = 0;
            for (int i = 0; i < SHORTEST; i++) {
                key = next(key, text.charAt(i));
            }
            int bit = bit(key);
            beginnings[bit >> 6] |= 1L << bit;
        }
    }

    /** These and others. */
    SecretTexts and(SecretTexts others) {
        return new SecretTexts(Stream.of(sorted, others.sorted).flatMap(Arrays::stream).toList());
    }

    /** Hides each place where one of them stands that begins from {@code from} up to {@code to}. */
    void hide(String text, int from, int to, Masking masking) {
        long key = 0;
        int end = Math.min(text.length(), to + SHORTEST - 1);
        for (int i = from; i < end; i++) {
            key = next(key, text.charAt(i));
            int start = i - SHORTEST + 1;
            if (start >= from && mayBegin(key)) {
                int length = longestAt(text, start);
                if (length > 0) {
                    masking.hide(start, start + length);
                }
            }
        }
    }

    private boolean mayBegin(long key) {
        int bit = bit(key);
        return (beginnings[bit >> 6] & 1L << bit) != 0;
    }

    private static long next(long key, char c) {
        return key << Character.SIZE | c;
    }

    private static int bit(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> (Long.SIZE - BITS));
    }

    /** The length of the longest one that stands there; 0 for none. */
    private int longestAt(String text, int at) {
        int low = 0;
        int high = sorted.length;
        int longest = 0;
        for (int depth = 0; low < high; depth++) {
            if (sorted[low].length() == depth) {
                longest = isWhole(text, at, depth) ? depth : longest;
                low++;
            }
            if (at + depth == text.length()) {
                break;
            }
            char c = text.charAt(at + depth);
            // Those that begin alike need no search.
            if (low < high && (sorted[low].charAt(depth) != c || sorted[high - 1].charAt(depth) != c)) {
                low = first(low, high, depth, c);
                high = first(low, high, depth, c + 1);
            }
        }
        return longest;
    }

    /** The first of the sorted texts in that range whose character at {@code depth} is not below {@code c}. */
    private int first(int from, int to, int depth, int c) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle].charAt(depth) < c) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A number is another one where further digits stand beside it. */
    private static boolean isWhole(String text, int at, int length) {
        int end = at + length;
        boolean more = at > 0 && isDigit(text.charAt(at - 1)) || end < text.length() && isDigit(text.charAt(end));
        return !more || !text.substring(at, end).chars().allMatch(c -> isDigit((char) c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
