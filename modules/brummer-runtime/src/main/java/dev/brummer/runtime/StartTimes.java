package dev.brummer.runtime;

import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.timing.CriticalPath;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers when each service was there for the first time. Used by the loop's thread. */
final class StartTimes {
    private final Map<ServiceId, Duration> readyAt = new LinkedHashMap<>();

    void look(Fleet fleet, Duration now) {
        for (Instance instance : fleet.instances()) {
            ServiceId service = instance.id().service();
            boolean there = !readyAt.containsKey(service)
                    && fleet.copies(service).stream()
                            .map(fleet::instance)
                            .allMatch(copy -> copy.isUp(fleet.spec(copy.id()).isTask()));
            if (there) {
                readyAt.put(service, now);
            }
        }
    }

    CriticalPath criticalPath(Fleet fleet) {
        return CriticalPath.of(fleet.graph(), readyAt);
    }
}
