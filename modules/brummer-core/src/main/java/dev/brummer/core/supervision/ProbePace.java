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
    private static final int EAGER_TRIES = 40;
    private static final double GROWTH = 1.1;
    private static final Duration SLOWEST = Duration.ofMillis(250);

    private ProbePace() {}

    /** The pause after try number {@code tries} of {@code check}, the service having started {@code running} ago. */
    static Duration next(ServiceSpec spec, CheckRef check, int tries, Duration running) {
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
