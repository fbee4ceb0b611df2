package dev.brummer.runtime.health;

import dev.brummer.api.CheckView.Asked;
import dev.brummer.api.CheckView.Latency;
import dev.brummer.api.CheckView.Said;
import dev.brummer.api.CheckView.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest answers of one check, in 1.6 kB however many there were. Of failures while a service starts, which come many
 * times a second, the latest in a row is kept. Safe for use by several threads.
 */
final class CheckHistory {
    static final int KEPT = 120;

    private final long[] times = new long[KEPT];
    private final int[] micros = new int[KEPT];
    private final byte[] verdicts = new byte[KEPT];
    private int size;
    private int next;
    private int failures;
    private @Nullable Said last;

    synchronized void add(Said said) {
        if (size > 0 && said.verdict() == Verdict.NOT_YET && verdict(newest()) == Verdict.NOT_YET) {
            next = newest();
            size--;
        }
        times[next] = ChronoUnit.MICROS.between(Instant.EPOCH, said.time());
        micros[next] = (int) Math.min(Integer.MAX_VALUE, said.took().toNanos() / 1000);
        verdicts[next] = (byte) said.verdict().ordinal();
        next = (next + 1) % KEPT;
        size = Math.min(KEPT, size + 1);
        failures = failures(said.verdict());
        last = said;
    }

    private int newest() {
        return Math.floorMod(next - 1, KEPT);
    }

    private int failures(Verdict verdict) {
        return switch (verdict) {
            case PASSING, DEGRADED, NOT_YET -> 0;
            case FAILING -> failures + 1;
            case UNKNOWN -> failures;
        };
    }

    private Verdict verdict(int at) {
        return Verdict.values()[verdicts[at]];
    }

    synchronized Optional<Said> last() {
        return Optional.ofNullable(last);
    }

    /** How often it has failed in a row. */
    synchronized int failures() {
        return failures;
    }

    /** What is kept, oldest first. */
    synchronized List<Asked> kept() {
        List<Asked> kept = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int at = Math.floorMod(next - size + i, KEPT);
            kept.add(new Asked(
                    Instant.EPOCH.plus(times[at], ChronoUnit.MICROS),
                    verdict(at),
                    Duration.ofNanos(micros[at] * 1000L)));
        }
        return kept;
    }

    /** How long those took that were asked of a service that had started; empty where there are none. */
    static Optional<Latency> latency(List<Asked> kept) {
        List<Duration> took = kept.stream()
                .filter(asked -> asked.verdict() != Verdict.NOT_YET)
                .map(Asked::took)
                .toList();
        if (took.isEmpty()) {
            return Optional.empty();
        }
        Duration[] sorted = took.toArray(Duration[]::new);
        Arrays.sort(sorted);
        return Optional.of(new Latency(took.getLast(), rank(sorted, 0.5), rank(sorted, 0.95)));
    }

    /** The nearest rank. */
    private static Duration rank(Duration[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
