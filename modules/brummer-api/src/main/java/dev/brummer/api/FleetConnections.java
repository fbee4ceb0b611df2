package dev.brummer.api;

import java.time.Instant;
import java.util.List;

/**
 * The TCP connections of a fleet at one moment. Immutable.
 *
 * @param connections by who has connected, in the order of the file; strangers last
 */
public record FleetConnections(String project, Instant time, List<ConnectionView> connections) {
    public FleetConnections {
        connections = List.copyOf(connections);
    }
}
