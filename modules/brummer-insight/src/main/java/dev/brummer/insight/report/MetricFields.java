package dev.brummer.insight.report;

import dev.brummer.insight.view.Metrics;
import java.util.Map;
import java.util.Optional;

/**
 * What services measure of themselves as fields for JSON: one object. Values are strings, longs, doubles, and lists.
 */
public final class MetricFields {
    private MetricFields() {}

    public static Map<String, Object> of(Metrics metrics) {
        return new Fields()
                .put("type", "metrics")
                .put("time", metrics.at())
                .put("metrics", metrics.series().stream().map(MetricFields::of).toList())
                .put("others", metrics.others())
                .made();
    }

    private static Map<String, Object> of(Metrics.Series series) {
        Optional<Double> rate = series.perSecond().isPresent()
                ? Optional.of(series.perSecond().getAsDouble())
                : Optional.empty();
        return new Fields()
                .put("service", series.service())
                .copy(series.copy())
                .put("name", series.name())
                .put("measured", series.measured())
                .put("last", series.last())
                .put("min", series.min())
                .put("max", series.max())
                .put("time", series.time())
                .put("perSecond", rate)
                .put("samples", series.samples())
                .made();
    }
}
