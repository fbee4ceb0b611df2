package dev.brummer.core.supervision;

import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.ServiceSpec;
import java.time.Duration;

/**
 * When a check is asked next while a service starts: often at first, since a chain of ten services pays every delay ten
 * times, then gently less, since a database that takes a minute need not be asked a thousand times.
 */
final class ProbePace {
    private static final Duration FIRST = Duration.ofMillis(25);
    private static final Duration EXEC = Duration.ofMillis(100);
    private static final int EAGER_TRIES = 40;
    private static final double GROWTH = 1.1;
    private static final Duration SLOWEST = Duration.ofMillis(250);

    private ProbePace() {}

    /**
     * The pause after try number {@code tries} of {@code check}, which took {@code took}, the service having started
     * {@code running} ago.
     */
    static Duration next(ServiceSpec spec, CheckRef check, int tries, Duration running, Duration took) {
        Duration pace = pace(spec, check, tries, running);
        return isExec(spec, check) ? longest(pace, EXEC, took.multipliedBy(2)) : pace;
    }

    /** A check that starts a process each time must not cost more than the service that it asks for. */
    private static boolean isExec(ServiceSpec spec, CheckRef check) {
        return switch (check) {
            case CheckRef.Health _ -> spec.healthcheck().stream().anyMatch(health -> health.check().kind().equals("exec"));
            case CheckRef.Readiness(int index) -> spec.readiness().get(index).kind().equals("exec");
            case CheckRef.Listening _ -> false;
        };
    }

    private static Duration longest(Duration first, Duration second, Duration third) {
        Duration two = first.compareTo(second) >= 0 ? first : second;
        return two.compareTo(third) >= 0 ? two : third;
    }

    private static Duration pace(ServiceSpec spec, CheckRef check, int tries, Duration running) {
        if (check instanceof CheckRef.Health && spec.healthcheck().isPresent()) {
            HealthSpec health = spec.healthcheck().get();
            return running.compareTo(health.startPeriod()) < 0 ? health.startInterval() : health.interval();
        }
        if (tries <= EAGER_TRIES) {
            return FIRST;
        }
        double millis = FIRST.toMillis() * Math.pow(GROWTH, tries - EAGER_TRIES);
        return millis >= SLOWEST.toMillis() ? SLOWEST : Duration.ofMillis((long) millis);
    }

    /** How long one question of {@code check} may take. */
    static Duration timeout(ServiceSpec spec, CheckRef check) {
        return check instanceof CheckRef.Health && spec.healthcheck().isPresent()
                ? spec.healthcheck().get().timeout()
                : HealthSpec.DEFAULT_TIMEOUT;
    }
}
