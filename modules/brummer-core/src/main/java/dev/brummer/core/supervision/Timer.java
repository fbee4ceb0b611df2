package dev.brummer.core.supervision;

import dev.brummer.spi.InstanceId;

/**
 * Names a timer. Scheduling the same timer again replaces it; one that fires for an earlier run is ignored.
 *
 * @param run the run it was set for
 */
public record Timer(InstanceId instance, int run, Kind kind) {
    /** What the time is up for. */
    public enum Kind {
        START_TIMEOUT,
        BACKOFF,
        GRACE_PERIOD
    }
}
