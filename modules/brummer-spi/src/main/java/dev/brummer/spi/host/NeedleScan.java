package dev.brummer.spi.host;

import dev.brummer.spi.LogBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds the lines that hold a needle, of all needles in one pass (after S. Wu and U. Manber, "A fast algorithm for
 * multi-pattern searching", University of Arizona, 1994): it looks at two bytes and knows how far on the next needle can
 * end at the earliest. Letters of ASCII are found in either case. Allocates nothing while it scans. For one thread.
 */
public final class NeedleScan {
    private static final int SHORTEST = 3;

    private static final int PAIR = 2;
    private static final int PAIRS = 1 << 16;
    private static final int[] NONE = {};

    private final List<Needle> needles = new ArrayList<>();
    private final int window;
    private final byte[] shifts = new byte[PAIRS];
    private final int[][] endings = new int[PAIRS][];
    private final int[] hit;
    private int hits;

    /** A needle in small letters, and whose it is. */
    private record Needle(byte[] lower, int parser) {}

    /** Takes the lines that hold a needle. */
    @FunctionalInterface
    public interface Candidates {
        /**
         * @param line its index in the batch
         * @param parsers whose needles it holds, each once, in {@code [0, count)}; valid during the call only
         * @return whether to go on
         */
        boolean take(int line, int[] parsers, int count);
    }

    /**
     * The needles of a parser.
     *
     * @throws IllegalArgumentException if there are none, or one of them cannot be looked for
     */
    public static List<String> checked(List<String> needles) {
        if (needles.isEmpty()) {
            throw new IllegalArgumentException("it declares no needle");
        }
        needles.forEach(NeedleScan::check);
        return List.copyOf(needles);
    }

    private static void check(String needle) {
        if (needle.length() < SHORTEST || !needle.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("the needle '" + needle + "' is not of three or more ASCII characters");
        }
    }

    /** @param needlesOf the {@link #checked} needles of each parser; of a parser that is not in use none */
    public NeedleScan(List<List<String>> needlesOf) {
        for (int parser = 0; parser < needlesOf.size(); parser++) {
            for (String needle : needlesOf.get(parser)) {
                byte[] lower = needle.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
                needles.add(new Needle(lower, parser));
            }
        }
        window = needles.stream().mapToInt(needle -> needle.lower.length).min().orElse(SHORTEST);
        hit = new int[needlesOf.size()];
        Arrays.fill(shifts, (byte) Math.min(Byte.MAX_VALUE, window - PAIR + 1));
        Arrays.fill(endings, NONE);
        for (int i = 0; i < needles.size(); i++) {
            learn(i, needles.get(i).lower);
        }
    }

    /** Of each needle the first bytes, as many as the shortest needle has, tell how far it is to their end. */
    private void learn(int needle, byte[] lower) {
        for (int end = PAIR; end <= window; end++) {
            int left = Math.min(Byte.MAX_VALUE, window - end);
            for (int first : cases(lower[end - 2])) {
                for (int second : cases(lower[end - 1])) {
                    int pair = first << 8 | second;
                    shifts[pair] = (byte) Math.min(shifts[pair], left);
                    if (left == 0) {
                        endings[pair] = Arrays.copyOf(endings[pair], endings[pair].length + 1);
                        endings[pair][endings[pair].length - 1] = needle;
                    }
                }
            }
        }
    }

    private static int[] cases(byte lower) {
        return isSmall(lower) ? new int[] {lower, lower - 0x20} : new int[] {lower};
    }

    private static boolean isSmall(byte b) {
        return b >= 'a' && b <= 'z';
    }

    /** Shows the candidates among the lines of a batch from {@code line} on. */
    public void scan(LogBatch batch, int line, Candidates candidates) {
        if (needles.isEmpty()) {
            return;
        }
        int next = line;
        boolean goesOn = true;
        while (goesOn && next < batch.size()) {
            int last = endOfRow(batch, next);
            goesOn = scanRow(batch, next, last, candidates);
            next = last;
        }
    }

    /** The lines up to there stand in the bytes one behind the other, and are scanned as one. */
    private static int endOfRow(LogBatch batch, int from) {
        int line = from + 1;
        while (line < batch.size() && batch.offset(line) >= batch.offset(line - 1) + batch.length(line - 1)) {
            line++;
        }
        return line;
    }

    private boolean scanRow(LogBatch batch, int from, int last, Candidates candidates) {
        byte[] bytes = batch.bytes();
        int end = batch.offset(last - 1) + batch.length(last - 1);
        int line = from;
        int at = batch.offset(from) + window - 1;
        hits = 0;
        while (at < end) {
            int pair = (bytes[at - 1] & 0xFF) << 8 | (bytes[at] & 0xFF);
            int shift = shifts[pair];
            if (shift > 0) {
                at += shift;
                continue;
            }
            int begin = at - window + 1;
            if (begin >= batch.offset(line) + batch.length(line)) {
                if (!tell(line, candidates)) {
                    return false;
                }
                line = lineOf(batch, line, last, begin);
            }
            note(bytes, begin, batch.offset(line) + batch.length(line), endings[pair]);
            at++;
        }
        return tell(line, candidates);
    }

    /** The line that {@code at} is in, or the one behind it where it is at a line's end. */
    private static int lineOf(LogBatch batch, int from, int last, int at) {
        int low = from;
        int high = last - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at >= batch.offset(middle) + batch.length(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean tell(int line, Candidates candidates) {
        boolean goesOn = hits == 0 || candidates.take(line, hit, hits);
        hits = 0;
        return goesOn;
    }

    private void note(byte[] bytes, int begin, int end, int[] ending) {
        for (int index : ending) {
            Needle needle = needles.get(index);
            if (!isNoted(needle.parser) && stands(needle.lower, bytes, begin, end)) {
                hit[hits++] = needle.parser;
            }
        }
    }

    private boolean isNoted(int parser) {
        for (int i = 0; i < hits; i++) {
            if (hit[i] == parser) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(byte[] lower, byte[] bytes, int begin, int end) {
        if (end - begin < lower.length) {
            return false;
        }
        for (int i = 0; i < lower.length; i++) {
            byte b = bytes[begin + i];
            if (lower[i] != (b >= 'A' && b <= 'Z' ? b + 0x20 : b)) {
                return false;
            }
        }
        return true;
    }
}
