package dev.brummer.insight.view;

import static java.util.Comparator.comparing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import java.time.Instant;

/**
 * What services measure of themselves, value by value. It keeps the first thousand names, and of each at most 64
 * samples. For one thread at a time.
 */
public final class MetricsView implements View<Metrics> {
    private static final int MOST = 1000;

    private final Capped<Key, SeriesTally> series =
            new Capped<>(MOST, key -> new SeriesTally(key.service, key.copy, key.name));

    private record Key(String service, int copy, String name) {}

    @Override
    public void accept(FoundFact found) {
        if (found.fact() instanceof Fact.Measured(var given, var values)) {
            InstanceId emitter = Emitter.of(found);
            String own = emitter.service().name();
            String service = given.orElse(own);
            int copy = service.equals(own) ? emitter.index() : 0;
            for (Fact.Value value : values) {
                // What is no number cannot be compared with others, and JSON has no word for it.
                if (Double.isFinite(value.value())) {
                    series.of(new Key(service, copy, value.name()))
                            .ifPresent(tally -> tally.add(value.value(), found.run(), found.time()));
                }
            }
        }
    }

    @Override
    public Metrics report(Instant now) {
        return new Metrics(
                now,
                series.values().stream()
                        .map(SeriesTally::told)
                        .sorted(comparing(Metrics.Series::service)
                                .thenComparing(Metrics.Series::copy)
                                .thenComparing(Metrics.Series::name))
                        .toList(),
                series.refused());
    }
}
