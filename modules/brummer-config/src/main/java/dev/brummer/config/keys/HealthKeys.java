package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.Scalars;
import java.time.Duration;

/** The keys of {@code healthcheck}, beside the check itself. */
public final class HealthKeys {
    public static final Key<Duration> INTERVAL = Key.of(
                    "interval", Durations.positive(), "The time between two checks once the service is ready.")
            .otherwise("5s");
    public static final Key<Duration> TIMEOUT = Key.of(
                    "timeout", Durations.positive(), "How long one check may take; then it has failed.")
            .otherwise("1s");
    public static final Key<Integer> RETRIES = Key.of(
                    "retries",
                    Scalars.whole("a whole number", "wrong-type", 1, 1_000_000),
                    "How many failures in a row make the service unhealthy.")
            .otherwise("3");
    public static final Key<Duration> START_PERIOD = Key.of(
                    "start_period", Durations.any(), "How long after a start failures do not count.")
            .otherwise("30s");
    public static final Key<Duration> START_INTERVAL = Key.of(
                    "start_interval", Durations.positive(), "The time between two checks before the first success.")
            .otherwise("50ms");

    public static final KeySet KEYS = KeySet.of(INTERVAL, TIMEOUT, RETRIES, START_PERIOD, START_INTERVAL)
            .foreign(
                    "test", "write the kind of check: 'http: /health', 'tcp: 5432' or 'exec: curl -f …'",
                    "disable", "write 'healthcheck: null' to have none");

    private HealthKeys() {}
}
