package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.Scalars;
import java.time.Duration;

/** The keys of {@code backoff}. */
public final class BackoffKeys {
    public static final Key<Duration> INITIAL = Key.of("initial", Durations.any(), "The wait before the first restart.")
            .otherwise("1s");
    public static final Key<Duration> MAX =
            Key.of("max", Durations.any(), "The longest wait.").otherwise("30s");
    public static final Key<Double> MULTIPLIER = Key.of(
                    "multiplier",
                    Scalars.number("a number of at least 1", 1),
                    "How much longer each wait is than the one before.")
            .otherwise("2");
    public static final Key<Duration> RESET_AFTER = Key.of(
                    "reset_after", Durations.any(), "A run that lives this long begins again with the first wait.")
            .otherwise("30s");

    public static final KeySet KEYS = KeySet.of(INITIAL, MAX, MULTIPLIER, RESET_AFTER);

    private BackoffKeys() {}
}
