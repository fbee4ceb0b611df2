package dev.brummer.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An instance went from one state to another. Immutable.
 *
 * @param run the run it concerns, from 1; 0 before the first start
 * @param reason why, in words for a person, without a full stop; never empty
 * @param took how long the instance was in what the change ends: for a change to ready, the time since its start
 */
public record StateChange(
        long sequence,
        Instant time,
        InstanceId instance,
        int run,
        ServiceState from,
        ServiceState to,
        String reason,
        Optional<Duration> took)
        implements JournalEntry {}
