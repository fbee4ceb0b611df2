package dev.brummer.insight.view;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long things took: a histogram whose buckets grow with what they hold, so that a quantile is off by at most a
 * thirty-second of itself. It takes memory for the buckets between its shortest and its longest duration alone: mostly
 * a few hundred bytes. For one thread.
 *
 * <p>Two hundred routes have thirteen each: with buckets for every duration they would take tens of megabytes.
 */
final class Durations {
    private static final int BITS = 5;
    private static final int WITHIN = 1 << BITS;

    private int[] counts = new int[0];
    private int first;
    private long count;
    private long shortest = Long.MAX_VALUE;
    private long longest;

    /** Adds one; a negative one counts as none at all. */
    void add(Duration duration) {
        long micros = Math.max(0, duration.toNanos() / 1000);
        int bucket = bucket(micros);
        room(bucket, bucket);
        counts[bucket - first]++;
        count++;
        shortest = Math.min(shortest, micros);
        longest = Math.max(longest, micros);
    }

    void addAll(Durations others) {
        if (others.count == 0) {
            return;
        }
        room(others.first, others.first + others.counts.length - 1);
        for (int i = 0; i < others.counts.length; i++) {
            counts[others.first + i - first] += others.counts[i];
        }
        count += others.count;
        shortest = Math.min(shortest, others.shortest);
        longest = Math.max(longest, others.longest);
    }

    private void room(int from, int to) {
        if (counts.length == 0) {
            first = from;
            counts = new int[to - from + 1];
            return;
        }
        int last = first + counts.length - 1;
        if (from < first || to > last) {
            int begin = Math.min(from, first);
            int[] more = new int[Math.max(to, last) - begin + 1];
            System.arraycopy(counts, 0, more, first - begin, counts.length);
            counts = more;
            first = begin;
        }
    }

    long count() {
        return count;
    }

    /** The quantiles; empty where there is nothing. */
    Optional<Latency> latency() {
        return count == 0
                ? Optional.empty()
                : Optional.of(new Latency(quantile(0.5), quantile(0.95), quantile(0.99), micros(longest), count));
    }

    /** The duration that {@code share} of all do not exceed. There must be one. */
    private Duration quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return micros(Math.clamp(middle(first + i), shortest, longest));
            }
        }
        throw new IllegalStateException("the buckets " + Arrays.toString(counts) + " do not hold " + count);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }

    /** Up to 32 µs one for each; then 32 for each power of two. */
    private static int bucket(long micros) {
        int shift = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(micros | 1) - BITS);
        return shift * WITHIN + (int) (micros >>> shift);
    }

    private static long middle(int bucket) {
        int shift = Math.max(0, bucket / WITHIN - 1);
        long begin = (long) (bucket - shift * WITHIN) << shift;
        return begin + (1L << shift) / 2;
    }
}
