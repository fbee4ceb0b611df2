package dev.brummer.api;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.util.List;

/**
 * An instance at one moment. Immutable.
 *
 * @param run the number of its latest run; 0 before the first
 * @param reason why it is in its state, in words
 * @param ports the ports it claims, first one first
 */
public record InstanceView(InstanceId id, ServiceState state, int run, String reason, List<Integer> ports) {
    public InstanceView {
        ports = List.copyOf(ports);
    }
}
