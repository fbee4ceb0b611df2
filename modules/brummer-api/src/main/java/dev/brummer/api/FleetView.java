package dev.brummer.api;

import java.util.List;

/**
 * A fleet at one moment. Immutable.
 *
 * @param instances in the order of the file
 */
public record FleetView(String project, List<InstanceView> instances) {
    public FleetView {
        instances = List.copyOf(instances);
    }
}
