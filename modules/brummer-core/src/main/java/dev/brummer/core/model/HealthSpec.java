package dev.brummer.core.model;

import java.time.Duration;

/**
 * A check that keeps being asked.
 *
 * @param interval between two questions once the service is ready
 * @param timeout of one question
 * @param retries how many failures in a row make the service unhealthy
 * @param startPeriod how long after a start failures do not count
 * @param startInterval between two questions before the first pass
 */
public record HealthSpec(
        PluginUse check,
        Duration interval,
        Duration timeout,
        int retries,
        Duration startPeriod,
        Duration startInterval) {
    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);
    public static final int DEFAULT_RETRIES = 3;
    public static final Duration DEFAULT_START_PERIOD = Duration.ofSeconds(30);
    public static final Duration DEFAULT_START_INTERVAL = Duration.ofMillis(50);

    public HealthSpec {
        Require.require(interval.isPositive(), "health check interval must be longer than 0: %s", interval);
        Require.require(timeout.isPositive(), "health check timeout must be longer than 0: %s", timeout);
        Require.require(
                startInterval.isPositive(), "health check start_interval must be longer than 0: %s", startInterval);
        Require.require(!startPeriod.isNegative(), "health check start_period is negative: %s", startPeriod);
        Require.require(retries >= 1, "health check retries must be at least 1: %d", retries);
    }
}
