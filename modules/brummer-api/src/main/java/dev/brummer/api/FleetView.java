package dev.brummer.api;

import java.util.List;

/**
 * A fleet at one moment. Immutable.
 *
 * @param version grows with every change of the fleet
 * @param ending whether everything has been asked to end
 * @param instances in the order of the file
 */
public record FleetView(String project, long version, boolean ending, List<InstanceView> instances) {
    public FleetView {
        instances = List.copyOf(instances);
    }
}
