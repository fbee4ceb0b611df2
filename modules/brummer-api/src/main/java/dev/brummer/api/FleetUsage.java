package dev.brummer.api;

import java.time.Instant;
import java.util.List;

/**
 * What a fleet uses of its machine at one moment. Immutable.
 *
 * @param processors how many the machine has for it
 * @param memoryBytes how much memory the machine has
 * @param instances in the order of the file
 */
public record FleetUsage(
        String project, Instant time, int processors, long memoryBytes, List<UsageView> instances) {
    public FleetUsage {
        instances = List.copyOf(instances);
    }
}
