package dev.brummer.core.model;

import java.time.Duration;

/**
 * How long to wait before a restart.
 *
 * @param initial before the first
 * @param max the longest wait
 * @param multiplier from one wait to the next
 * @param resetAfter a run that lives this long earns a fresh budget
 */
public record Backoff(Duration initial, Duration max, double multiplier, Duration resetAfter) {
    public static final Backoff DEFAULT =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 2, Duration.ofSeconds(30));

    public Backoff {
        Require.require(!initial.isNegative(), "backoff initial is negative: %s", initial);
        Require.require(multiplier >= 1, "backoff multiplier must be at least 1: %s", multiplier);
        Require.require(max.compareTo(initial) >= 0, "backoff max %s is shorter than initial %s", max, initial);
        Require.require(!resetAfter.isNegative(), "backoff reset_after is negative: %s", resetAfter);
    }

    /** The wait before restart number {@code attempt}, counted from 1, without jitter. */
    public Duration delay(int attempt) {
        double millis = initial.toMillis() * Math.pow(multiplier, attempt - 1.0);
        return millis >= max.toMillis() ? max : Duration.ofMillis((long) millis);
    }
}
