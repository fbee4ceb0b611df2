package dev.brummer.insight.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** The values of one name. For one thread. */
final class SeriesTally {
    /** A value that has risen so often, and never fallen, is taken for a counter. */
    private static final int RISES = 3;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration APART = Duration.ofSeconds(1);

    private final String service;
    private final int copy;
    private final String name;
    private final Samples samples = new Samples();
    private final Deque<Point> lastMinute = new ArrayDeque<>();
    private Instant time = Instant.EPOCH;
    private int run;
    private long measured;
    private double last;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private int rises;
    private boolean fell;

    private record Point(Instant time, double value) {}

    SeriesTally(String service, int copy, String name) {
        this.service = service;
        this.copy = copy;
        this.name = name;
    }

    void add(double value, int of, Instant at) {
        if (of != run) {
            // A counter begins anew with its service, which is no fall.
            lastMinute.clear();
            run = of;
        } else if (measured > 0) {
            rises += value > last ? 1 : 0;
            fell |= value < last;
        }
        measured++;
        last = value;
        time = at;
        min = Math.min(min, value);
        max = Math.max(max, value);
        samples.add(value);
        remember(new Point(at, value));
    }

    /** Keeps a point a second, and one that is older than a minute where nothing else lies between. */
    private void remember(Point point) {
        if (lastMinute.isEmpty() || !point.time.isBefore(lastMinute.getLast().time.plus(APART))) {
            lastMinute.addLast(point);
        }
        while (lastMinute.size() > 2 && lastMinute.getFirst().time.isBefore(point.time.minus(MINUTE))) {
            lastMinute.removeFirst();
        }
    }

    /** There must be a value. */
    Metrics.Series told() {
        return new Metrics.Series(
                service, copy, name, measured, last, min, max, time, samples.all(), perSecond());
    }

    private OptionalDouble perSecond() {
        if (fell || rises < RISES || lastMinute.isEmpty()) {
            return OptionalDouble.empty();
        }
        Point first = lastMinute.getFirst();
        double seconds = Duration.between(first.time, time).toNanos() / 1e9;
        return seconds <= 0 ? OptionalDouble.empty() : OptionalDouble.of((last - first.value) / seconds);
    }
}
