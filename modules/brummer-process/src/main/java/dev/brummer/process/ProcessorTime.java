package dev.brummer.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up the processor time of a run, whose processes come and go. The time of one that ends goes to the parent that
 * waits for it, and is lost to the system where nobody of the run does: where it ignores its children's ends, or is dead.
 * What was seen of it is kept here then. Used under one lock.
 */
final class ProcessorTime {
    private Map<Process, Platform.Spent> before = Map.of();
    private Duration kept = Duration.ZERO;
    // Of processes that were gone at the latest look. A look takes a moment, so their parents may show it one look later.
    private Duration missing = Duration.ZERO;
    private Duration told = Duration.ZERO;

    /** A process in time. */
    record Process(long pid, long startTicks) {}

    /**
     * The time of all of the run up to now.
     *
     * @param now what a look has found of its living processes
     */
    Duration after(Map<Process, Platform.Spent> now) {
        Duration handedOver = handedOver(now);
        Duration foundLate = least(missing, handedOver);
        kept = kept.plus(missing.minus(foundLate));
        Duration gone = gone(now);
        missing = gone.minus(least(gone, handedOver.minus(foundLate)));
        before = new HashMap<>(now);
        Duration sum = kept.plus(missing);
        for (Platform.Spent spent : now.values()) {
            sum = sum.plus(all(spent));
        }
        told = sum.compareTo(told) > 0 ? sum : told;
        return told;
    }

    /** What living processes have got of children since the look before. */
    private Duration handedOver(Map<Process, Platform.Spent> now) {
        Duration sum = Duration.ZERO;
        for (var entry : now.entrySet()) {
            Platform.Spent earlier = before.get(entry.getKey());
            Duration more = entry.getValue().children();
            sum = sum.plus(earlier == null ? more : more.minus(earlier.children()));
        }
        return sum;
    }

    /** What those had used that were there at the look before and are no longer. */
    private Duration gone(Map<Process, Platform.Spent> now) {
        Duration sum = Duration.ZERO;
        for (var entry : before.entrySet()) {
            if (!now.containsKey(entry.getKey())) {
                sum = sum.plus(all(entry.getValue()));
            }
        }
        return sum;
    }

    private static Duration all(Platform.Spent spent) {
        return spent.own().plus(spent.children());
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
