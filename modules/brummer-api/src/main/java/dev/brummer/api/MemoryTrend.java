package dev.brummer.api;

import java.time.Duration;

/**
 * How the memory of a run has changed. Immutable.
 *
 * @param megabytesPerHour negative where it falls; a megabyte is a million bytes
 * @param over the time that this was seen for
 * @param leak whether it has risen for so long, by so much and so steadily that something is probably never given back
 */
public record MemoryTrend(double megabytesPerHour, Duration over, boolean leak) {}
