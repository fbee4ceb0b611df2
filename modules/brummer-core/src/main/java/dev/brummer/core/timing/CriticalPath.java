package dev.brummer.core.timing;

import dev.brummer.core.graph.Gate;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The chain of services that a start was as slow as: each waited for the one before it, and for nothing that came later.
 *
 * @param steps from the first to the last
 */
public record CriticalPath(List<Step> steps) {
    public CriticalPath {
        steps = List.copyOf(steps);
    }

    /**
     * @param took the time it added: from the moment the step before it was there to its own
     */
    public record Step(ServiceId service, Duration took) {}

    /** @param readyAt when each service was there, since the start of all; services that are not in it never were */
    public static CriticalPath of(StageGraph graph, Map<ServiceId, Duration> readyAt) {
        List<Step> backwards = new ArrayList<>();
        Optional<ServiceId> at = latest(List.copyOf(readyAt.keySet()), readyAt);
        while (at.isPresent()) {
            ServiceId service = at.get();
            Duration own = readyAt.getOrDefault(service, Duration.ZERO);
            Optional<ServiceId> before = latest(
                    graph.gates(service).stream().map(Gate::on).toList(), readyAt)
                    // Waited for without being needed to be ready: not what held it up.
                    .filter(id -> readyAt.getOrDefault(id, own).compareTo(own) < 0);
            Duration begin = before.map(id -> readyAt.getOrDefault(id, Duration.ZERO)).orElse(Duration.ZERO);
            backwards.add(new Step(service, own.minus(begin)));
            at = before;
        }
        Collections.reverse(backwards);
        return new CriticalPath(backwards);
    }

    private static Optional<ServiceId> latest(List<ServiceId> services, Map<ServiceId, Duration> readyAt) {
        return services.stream()
                .filter(readyAt::containsKey)
                .max((a, b) -> readyAt.getOrDefault(a, Duration.ZERO).compareTo(readyAt.getOrDefault(b, Duration.ZERO)));
    }
}
