package dev.brummer.api;

import dev.brummer.spi.InstanceId;
import java.util.Optional;

/**
 * What the whole process tree of an instance uses. Immutable.
 *
 * @param leader the pid of its first process; empty once that is gone
 * @param processes how many of its processes are alive; 0 where none is, and then it uses nothing
 * @param residentBytes the memory that they have resident; what several of them share counts for each
 * @param processor how many processors they have kept busy since the look before: 0.5 is half of one; empty where there was
 *     none of this run
 * @param trend empty where it has not been seen for a minute
 */
public record UsageView(
        InstanceId instance,
        Optional<Long> leader,
        int processes,
        long residentBytes,
        Optional<Double> processor,
        Optional<MemoryTrend> trend) {}
