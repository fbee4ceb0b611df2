package dev.brummer.insight.view;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What services measure of themselves.
 *
 * @param series by service and name
 * @param others how many values had names of which there are too many to keep
 */
public record Metrics(Instant at, List<Series> series, long others) implements Report<Metrics> {
    public Metrics {
        series = List.copyOf(series);
    }

    /**
     * The values of one name.
     *
     * @param service whose they are
     * @param copy which copy of the service, from 1; 0 where there is one
     * @param measured how many values there were
     * @param last the latest
     * @param time when that was
     * @param samples from the first value to the last, each the mean of equally many, the last maybe of fewer
     * @param perSecond where it only ever rises, by how much it did in the last minute
     */
    public record Series(
            String service,
            int copy,
            String name,
            long measured,
            double last,
            double min,
            double max,
            Instant time,
            List<Double> samples,
            OptionalDouble perSecond) {
        public Series {
            samples = List.copyOf(samples);
        }
    }

    @Override
    public boolean isEmpty() {
        return series.isEmpty();
    }

    @Override
    public Metrics about(Set<String> services) {
        return new Metrics(
                at,
                series.stream().filter(each -> services.contains(each.service())).toList(),
                others);
    }
}
