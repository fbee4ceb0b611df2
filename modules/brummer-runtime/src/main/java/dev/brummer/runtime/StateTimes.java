package dev.brummer.runtime;

import dev.brummer.core.supervision.Action;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When each instance came into its state, and when its latest run was started. Safe for use by several threads. */
final class StateTimes {
    private final Map<InstanceId, Instant> since = new ConcurrentHashMap<>();
    private final Map<InstanceId, Instant> started = new ConcurrentHashMap<>();

    /** To be told of every state change. */
    void published(Action.Publish change, Instant now) {
        if (change.from() != change.to()) {
            since.put(change.instance(), now);
        }
        if (change.to() == ServiceState.STARTING) {
            started.put(change.instance(), now);
        }
    }

    Optional<Instant> since(InstanceId instance) {
        return Optional.ofNullable(since.get(instance));
    }

    Optional<Instant> started(InstanceId instance) {
        return Optional.ofNullable(started.get(instance));
    }
}
