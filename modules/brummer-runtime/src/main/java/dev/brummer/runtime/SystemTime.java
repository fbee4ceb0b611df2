package dev.brummer.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The one place that reads the machine's clocks. Safe for use by several threads. */
public final class SystemTime implements InstantSource, Elapsed {
    private final long begin = System.nanoTime();

    /** The time of day, to the microsecond where the system has it. */
    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
