package dev.brummer.runtime.why;

import dev.brummer.api.Cause;
import dev.brummer.api.InstanceView;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the state changes of a service tell of its runs. */
final class Restarts {
    private static final int MOST = 3;

    private Restarts() {}

    /** The last times it was started again, the latest first. */
    static List<Cause.Restarted> latest(List<StateChange> changes, ServiceId service) {
        List<Cause.Restarted> restarts = new ArrayList<>();
        String ended = "";
        for (StateChange change : changes) {
            switch (change.to()) {
                case STARTING -> {
                    if (change.run() > 1) {
                        restarts.add(new Cause.Restarted(service, change.run(), change.time(), change.reason(), ended));
                    }
                    ended = "";
                }
                case STOPPING -> ended = change.reason();
                // Where it was ended, that says more than how it went.
                case BACKING_OFF, FAILED, STOPPED, COMPLETED -> ended = ended.isEmpty() ? first(change.reason()) : ended;
                case PENDING, WAITING, READY, UNHEALTHY, DISABLED -> {}
            }
        }
        return restarts.reversed().stream().limit(MOST).toList();
    }

    /** Without what was to come of it. */
    private static String first(String reason) {
        int end = reason.indexOf("; restart ");
        return end < 0 ? reason : reason.substring(0, end);
    }

    /** How long its latest run lived; empty where that has not ended. */
    static Optional<Duration> lived(InstanceView instance, List<StateChange> changes) {
        boolean over = switch (instance.state()) {
            case BACKING_OFF, FAILED, COMPLETED -> true;
            case PENDING, WAITING, STARTING, READY, UNHEALTHY, STOPPING, STOPPED, DISABLED -> false;
        };
        Optional<Instant> begun = changes.stream()
                .filter(change -> change.instance().equals(instance.id()))
                .filter(change -> change.to() == ServiceState.STARTING && change.run() == instance.run())
                .map(StateChange::time)
                .reduce((_, last) -> last);
        return over ? begun.flatMap(from -> instance.since().map(to -> Duration.between(from, to))) : Optional.empty();
    }
}
