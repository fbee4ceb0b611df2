package dev.brummer.core.engine;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a run uses of its machine: all processes of its tree together.
 *
 * @param leader the pid of its first process; empty once that is dead
 * @param processes how many of its processes are alive
 * @param residentBytes the memory that they have resident; what several of them share counts for each
 * @param processorTime how long they and those before them have kept processors busy. Never less than was told before;
 *     what a process used after the last look at it, before it died with nobody of the run waiting for it, is not in it
 */
public record Usage(OptionalLong leader, int processes, long residentBytes, Duration processorTime) {
    public static final Usage NOTHING = new Usage(OptionalLong.empty(), 0, 0, Duration.ZERO);
}
