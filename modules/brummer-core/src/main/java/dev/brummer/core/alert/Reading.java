package dev.brummer.core.alert;

import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a fleet is at one moment, as far as alerts go by it. What is not known of an instance is left out. Immutable.
 *
 * @param instances all there are, in the order of the file
 * @param breakers those of the runs there are
 * @param errors how many lines of level error each has written within a time that goes up to now
 * @param memory how many bytes all processes of an instance have resident
 * @param latency how long the health check of an instance takes
 */
public record Reading(
        Map<InstanceId, Standing> instances,
        List<Breaker> breakers,
        Map<Duration, Map<InstanceId, Integer>> errors,
        Map<InstanceId, Long> memory,
        Map<InstanceId, Duration> latency) {
    public Reading {
        instances = Collections.unmodifiableMap(new LinkedHashMap<>(instances));
        breakers = List.copyOf(breakers);
        errors = Map.copyOf(errors);
        memory = Map.copyOf(memory);
        latency = Map.copyOf(latency);
    }

    /**
     * Where an instance is.
     *
     * @param reason why, in words
     */
    public record Standing(ServiceState state, String reason) {}

    /** @param name what it protects; empty where no line says so */
    public record Breaker(InstanceId instance, Optional<String> name, BreakerState state) {}
}
