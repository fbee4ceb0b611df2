package dev.brummer.runtime.usage;

import dev.brummer.api.MemoryTrend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The memory of one run over time, in bounded memory: when it is full, every other sample goes, and from then on they are
 * taken half as often. For one thread.
 */
public final class MemorySeries {
    private static final int MOST = 120;
    private static final Duration DENSEST = Duration.ofSeconds(10);
    private static final Duration SHOWN_AFTER = Duration.ofMinutes(1);

    /** Services fill caches and are compiled for some time after their start. */
    private static final Duration LEAK_AFTER = Duration.ofMinutes(10);

    private static final double LEAK_BYTES = 20e6;
    private static final double LEAK_SHARE = 0.1;

    /** So many times as much as single samples are off the line. */
    private static final double BEYOND_NOISE = 4;

    /** What has become so much slower is about to end, as the filling of a cache does. */
    private static final double STILL_RISING = 0.4;

    private static final double HOUR = 3600;
    private static final double MEGABYTE = 1e6;

    private final List<Sample> samples = new ArrayList<>();
    private Duration pace = DENSEST;

    private record Sample(double seconds, double bytes) {}

    /** @param at time since some fixed moment; not before that of an earlier sample */
    public void add(Duration at, long bytes) {
        double seconds = at.toNanos() / 1e9;
        if (!samples.isEmpty() && seconds - samples.getLast().seconds < 0.9 * pace.toSeconds()) {
            return;
        }
        samples.add(new Sample(seconds, bytes));
        if (samples.size() == MOST) {
            for (int i = samples.size() - 1; i > 0; i -= 2) {
                samples.remove(i);
            }
            pace = pace.multipliedBy(2);
        }
    }

    /** Empty as long as there is too little to go by. */
    public Optional<MemoryTrend> trend() {
        Duration over = span(samples);
        if (over.compareTo(SHOWN_AFTER) < 0) {
            return Optional.empty();
        }
        double slope = slope(samples);
        return Optional.of(new MemoryTrend(slope * HOUR / MEGABYTE, over, isLeak(over, slope)));
    }

    private boolean isLeak(Duration over, double slope) {
        double rise = slope * over.toSeconds();
        double usual = median(samples, Sample::bytes);
        if (over.compareTo(LEAK_AFTER) < 0 || rise < Math.max(LEAK_BYTES, LEAK_SHARE * usual)) {
            return false;
        }
        double level = median(samples, sample -> sample.bytes - slope * sample.seconds);
        double noise = median(samples, sample -> Math.abs(sample.bytes - slope * sample.seconds - level));
        List<Sample> late = samples.subList(samples.size() / 2, samples.size());
        return rise > BEYOND_NOISE * noise && slope(late) > STILL_RISING * slope;
    }

    private static Duration span(List<Sample> samples) {
        return samples.isEmpty()
                ? Duration.ZERO
                : Duration.ofMillis(Math.round(1000 * (samples.getLast().seconds - samples.getFirst().seconds)));
    }

    /** The median of the slopes between any two, in bytes a second: a few samples that are far off change nothing. */
    private static double slope(List<Sample> samples) {
        double[] slopes = new double[samples.size() * (samples.size() - 1) / 2];
        int at = 0;
        for (int i = 0; i < samples.size(); i++) {
            for (int j = i + 1; j < samples.size(); j++) {
                Sample one = samples.get(i);
                Sample other = samples.get(j);
                slopes[at] = (other.bytes - one.bytes) / (other.seconds - one.seconds);
                at++;
            }
        }
        return median(slopes);
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> of) {
        return median(samples.stream().mapToDouble(of).toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }
}
