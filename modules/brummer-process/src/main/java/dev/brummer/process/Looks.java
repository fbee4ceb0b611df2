package dev.brummer.process;

import dev.brummer.core.engine.EngineTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes looks at the process table, brings all members up to date with each, and the record with them. Used under the
 * watch's lock.
 */
final class Looks {
    private static final Duration FRESH = Duration.ofMillis(10);

    private final Census census;
    private final FleetRecord record;
    private final EngineTrouble trouble;
    private final Collection<Run> runs;
    private final Set<Long> ours = new HashSet<>();
    private final Run orphans = Run.ofOrphans();
    private long lookedAt = System.nanoTime() - FRESH.toNanos();
    private boolean blind;

    /** @param runs those whose members are sought; its owner changes it */
    Looks(Census census, FleetRecord record, EngineTrouble trouble, Collection<Run> runs) {
        this.census = census;
        this.record = record;
        this.trouble = trouble;
        this.runs = runs;
    }

    /** Processes that Brummer itself started and has not waited for yet. */
    Set<Long> ours() {
        return ours;
    }

    /** Takes in what Brummer has adopted and no run can be found for. */
    Run orphans() {
        return orphans;
    }

    /** The living processes, by pid; empty if the process table cannot be read: members are then those of before. */
    Optional<Map<Long, ProcessEntry>> now() {
        // A look is as old as its beginning: who is born while it is taken may not be in it.
        long begin = System.nanoTime();
        try {
            Map<Long, ProcessEntry> living = census.take(runs, orphans, ours);
            // The guard is a child of Brummer that no run knows, and the last one to be taken for an orphan.
            record.guardPid().ifPresent(orphans.members()::remove);
            lookedAt = begin;
            record.members(everybody());
            told(false, "the process table can be read again");
            return Optional.of(living);
        } catch (IOException e) {
            told(true, "the process table cannot be read: " + e.getMessage()
                    + "; until it can, ends and new processes of services are noticed late");
            return Optional.empty();
        }
    }

    /** Sees to it that members are what a look of a moment ago has found: a hundred services do not need a hundred. */
    void lately() {
        if (System.nanoTime() - lookedAt >= FRESH.toNanos()) {
            Optional<Map<Long, ProcessEntry>> ignored = now();
        }
    }

    /** The latest look does not know what has just been born. */
    void outdate() {
        lookedAt = System.nanoTime() - FRESH.toNanos();
    }

    /** All members of all runs and all orphans: pid to start ticks. */
    Map<Long, Long> everybody() {
        Map<Long, Long> everybody = new HashMap<>(orphans.members());
        runs.forEach(run -> everybody.putAll(run.members()));
        return everybody;
    }

    private void told(boolean now, String what) {
        if (blind != now) {
            blind = now;
            if (now) {
                trouble.began(what);
            } else {
                trouble.ended(what);
            }
        }
    }
}
