package dev.brummer.api;

import java.time.Instant;
import java.util.List;

/**
 * How a fleet is at one moment. Immutable.
 *
 * @param instances in the order of the file
 */
public record HealthView(String project, Instant time, List<InstanceHealth> instances) {
    public HealthView {
        instances = List.copyOf(instances);
    }
}
