package dev.brummer.api;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.util.List;

/**
 * The checks of an instance at one moment. Immutable.
 *
 * @param task whether it is meant to end by itself
 * @param checks readiness checks first, as the file has them; empty where nobody asks how it is
 */
public record InstanceHealth(InstanceId id, ServiceState state, boolean task, List<CheckView> checks) {
    public InstanceHealth {
        checks = List.copyOf(checks);
    }
}
