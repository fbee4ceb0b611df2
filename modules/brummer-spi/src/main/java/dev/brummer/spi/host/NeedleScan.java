package dev.brummer.spi.host;

import dev.brummer.spi.LogBatch;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds the lines that hold a needle, of all needles in one pass. It looks at every n-th three bytes in a row, where n is
 * such that no needle fits in between, and asks a table whether they are part of a needle. Looking at each place whether
 * or not the place before held something keeps the processor busy with several places at once. Letters of ASCII are
 * found in either case. Allocates nothing while it scans. For one thread.
 */
public final class NeedleScan {
    private static final int SHORTEST = 3;
    private static final int THREE = 3;
    private static final int BITS = 14;
    private static final int MULTIPLIER = 0x9E3779B1;
    private static final int SMALL = 0x202020;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** What is common in lines, the most common first. */
    private static final String COMMON = " etaoinsrhldcumfpgw0123456789.:-/y,bvk=_\"'()[]";

    /** What common words hold, and how much commoner that is than its letters let expect. */
    private static final String COMMON_PARTS =
            "the|and|ing|ion|ent|tio|ate|ess|est|ack|res|req|ser|ver|ers|con|com|pro|err|age|ted|ded|ead|ave|all|for|her"
                    + "|ter|ive|ect|ort|por|ost|use|sta|ist|ata|nam|ame|ime|tim|val|alu|lue|key|end| on|on | to|to | in"
                    + "|in | at|at | of|of | is|is |ng |ed |er |es | se| re| co| st| pa";

    private static final double COMMONER = 20;

    private final List<Needle> needles = new ArrayList<>();
    private final int stride;
    private final boolean[] table = new boolean[1 << BITS];
    private final Place[][] places = new Place[1 << BITS][];
    private final int[] hit;
    private int hits;

    /** A needle in small letters, and whose it is. */
    private record Needle(byte[] lower, int parser) {}

    /** Where in a needle three bytes stand. */
    private record Place(Needle needle, int offset) {}

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
        int window = needles.stream().mapToInt(needle -> needle.lower.length).min().orElse(SHORTEST);
        stride = window - THREE + 1;
        hit = new int[needlesOf.size()];
        needles.forEach(needle -> learn(needle, rarest(needle.lower, window)));
    }

    /** Where in a needle as many bytes begin as the shortest has, of which the fewest lines hold parts. */
    private int rarest(byte[] lower, int window) {
        int rarest = 0;
        double least = Double.MAX_VALUE;
        for (int from = 0; from + window <= lower.length; from++) {
            double share = 0;
            for (int at = from; at < from + stride; at++) {
                share += share(lower, at);
            }
            if (share < least) {
                least = share;
                rarest = from;
            }
        }
        return rarest;
    }

    private static double share(byte[] lower, int at) {
        double letters = share(lower[at]) * share(lower[at + 1]) * share(lower[at + 2]);
        String part = new String(lower, at, THREE, StandardCharsets.US_ASCII);
        return COMMON_PARTS.contains(part) ? letters * COMMONER : letters;
    }

    private static double share(byte lower) {
        int place = COMMON.indexOf(lower);
        return 1.0 / (4 + (place < 0 ? 2 * COMMON.length() : place));
    }

    private void learn(Needle needle, int from) {
        for (int at = from; at < from + stride; at++) {
            int hash = hash(three(needle.lower, at));
            table[hash] = true;
            Place[] known = places[hash] == null ? new Place[0] : places[hash];
            places[hash] = Arrays.copyOf(known, known.length + 1);
            places[hash][known.length] = new Place(needle, at);
        }
    }

    private static int three(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
    }

    // Capitals become small letters; what else becomes equal by that is told apart where it is compared.
    private static int hash(int three) {
        return (three | SMALL) * MULTIPLIER >>> (Integer.SIZE - BITS);
    }

    /**
     * Shows the candidates among the lines of a batch from {@code line} on.
     *
     * @param batch with lines that stand in its bytes in their order
     */
    public void scan(LogBatch batch, int line, Candidates candidates) {
        if (!needles.isEmpty() && line < batch.size()) {
            hits = 0;
            new Row(batch, line, candidates).scan();
        }
    }

    /** The next place at which three bytes stand that are part of a needle; behind {@code last} if there is none. */
    private int next(byte[] bytes, int from, int last) {
        int fast = Math.min(last, bytes.length - Integer.BYTES);
        int at = from;
        while (at <= fast) {
            if (table[hash((int) INTS.get(bytes, at) & 0xFFFFFF)]) {
                return at;
            }
            at += stride;
        }
        return at <= last && !isPart(three(bytes, at)) ? at + stride : at;
    }

    private static int small(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 0x20 : b;
    }

    private boolean isPart(int three) {
        return table[hash(three)];
    }

    /** The lines of one batch. */
    private final class Row {
        private final LogBatch batch;
        private final Candidates candidates;
        private final byte[] bytes;
        private final int begin;
        private final int end;
        private int line;
        private int lineEnd;

        Row(LogBatch batch, int line, Candidates candidates) {
            this.batch = batch;
            this.candidates = candidates;
            this.bytes = batch.bytes();
            this.begin = batch.offset(line);
            int last = batch.size() - 1;
            this.end = batch.offset(last) + batch.length(last);
            go(line);
        }

        private void go(int to) {
            line = to;
            lineEnd = batch.offset(to) + batch.length(to);
        }

        void scan() {
            int last = end - THREE;
            int at = next(bytes, begin, last);
            while (at <= last && look(at)) {
                at = next(bytes, at + stride, last);
            }
            // One whose visitor has had enough has nothing left to tell.
            boolean ignored = tell();
        }

        /** Returns whether to go on. */
        private boolean look(int at) {
            for (Place place : places[hash(three(bytes, at))]) {
                int from = at - place.offset;
                if (stands(place.needle.lower, from) && !found(place.needle, from)) {
                    return false;
                }
            }
            return true;
        }

        // One that would reach beyond the lines is compared as far as they go. A way out of its own for it, taken hardly
        // ever, is one that the JVM leaves out at first, and compiles all of this again for.
        private boolean stands(byte[] lower, int from) {
            if (from < begin) {
                return false;
            }
            int there = Math.min(lower.length, end - from);
            int same = 0;
            while (same < there && lower[same] == small(bytes[from + same])) {
                same++;
            }
            return same == lower.length;
        }

        private boolean found(Needle needle, int from) {
            if (from >= lineEnd) {
                if (!tell()) {
                    return false;
                }
                go(lineOf(from));
            }
            if (from + needle.lower.length <= lineEnd && !isNoted(needle.parser)) {
                hit[hits++] = needle.parser;
            }
            return true;
        }

        private int lineOf(int at) {
            int low = line;
            int high = batch.size() - 1;
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

        private boolean tell() {
            boolean goesOn = hits == 0 || candidates.take(line, hit, hits);
            hits = 0;
            return goesOn;
        }

        private boolean isNoted(int parser) {
            for (int i = 0; i < hits; i++) {
                if (hit[i] == parser) {
                    return true;
                }
            }
            return false;
        }
    }
}
