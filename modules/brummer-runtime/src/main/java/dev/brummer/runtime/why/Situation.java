package dev.brummer.runtime.why;

import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a fleet, as far as it may be a cause. Immutable.
 *
 * @param ended the start that it is about, where that has ended
 * @param services who is known
 * @param names which service a component of a health answer or the target of a breaker stands for
 */
record Situation(
        Instant time, Optional<String> ended, Map<ServiceId, Known> services, Map<String, ServiceId> names) {
    Situation {
        services = new LinkedHashMap<>(services);
        names = Map.copyOf(names);
    }

    Optional<Known> of(ServiceId service) {
        return Optional.ofNullable(services.get(service));
    }

    Optional<ServiceId> named(String name) {
        return Optional.ofNullable(names.get(name)).filter(services::containsKey);
    }
}
