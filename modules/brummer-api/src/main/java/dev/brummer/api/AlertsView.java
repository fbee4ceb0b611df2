package dev.brummer.api;

import java.time.Instant;
import java.util.List;

/**
 * The alerts of a fleet at one moment. Immutable.
 *
 * @param alerts in the order of the file; empty where it has none
 */
public record AlertsView(String project, Instant time, List<AlertView> alerts) {
    public AlertsView {
        alerts = List.copyOf(alerts);
    }
}
