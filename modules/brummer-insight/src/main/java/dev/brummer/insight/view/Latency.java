package dev.brummer.insight.view;

import java.time.Duration;

/**
 * How long things took; each quantile is off by at most a thirty-second of itself.
 *
 * @param p50 the median
 * @param longest exact
 * @param measured of how many the duration is known
 */
public record Latency(Duration p50, Duration p95, Duration p99, Duration longest, long measured) {}
