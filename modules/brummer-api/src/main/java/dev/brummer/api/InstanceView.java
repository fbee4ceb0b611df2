package dev.brummer.api;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An instance at one moment. Immutable.
 *
 * @param stage the stage of its service; empty where it has none
 * @param task whether it is meant to end by itself
 * @param external whether somebody else runs it
 * @param run the number of its latest run; 0 before the first
 * @param reason why it is in its state, in words
 * @param since when it came into its state; empty before anything was asked of it
 * @param started when its latest run was started; empty before the first
 * @param ports the ports it claims, first one first
 * @param usage what it uses of the machine; empty where nobody has asked for that
 */
public record InstanceView(
        InstanceId id,
        Optional<String> stage,
        boolean task,
        boolean external,
        ServiceState state,
        int run,
        String reason,
        Optional<Instant> since,
        Optional<Instant> started,
        List<Integer> ports,
        Optional<UsageView> usage) {
    public InstanceView {
        ports = List.copyOf(ports);
    }

    /** The same with what it uses. */
    public InstanceView using(UsageView other) {
        return new InstanceView(
                id, stage, task, external, state, run, reason, since, started, ports, Optional.of(other));
    }

    /** The same in another state, or another run. */
    public InstanceView at(ServiceState otherState, int otherRun, String why, Instant from) {
        return new InstanceView(
                id, stage, task, external, otherState, otherRun, why, Optional.of(from), started, ports, usage);
    }

    /** Whether it is where its service is meant to get: ready, or a task that completed. */
    public boolean isUp() {
        return state == ServiceState.READY || (task && state == ServiceState.COMPLETED);
    }

    /** How often it has been started again. */
    public int restarts() {
        return Math.max(0, run - 1);
    }
}
