package dev.brummer.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What is to happen later. Something put under a key replaces what stood there. Used by one thread. */
final class DueQueue {
    private final TreeSet<Due> queue = new TreeSet<>();
    private final Map<Object, Due> byKey = new HashMap<>();
    private long puts;

    private record Due(Duration at, long order, Object key, Runnable task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    void put(Object key, Duration at, Runnable task) {
        remove(key);
        Due due = new Due(at, puts++, key, task);
        queue.add(due);
        byKey.put(key, due);
    }

    void remove(Object key) {
        Due old = byKey.remove(key);
        if (old != null) {
            queue.remove(old);
        }
    }

    /** How long until the first is due; empty if there is none. */
    Optional<Duration> untilNext(Duration now) {
        return queue.isEmpty() ? Optional.empty() : Optional.of(queue.first().at().minus(now));
    }

    /** The next task whose time has come. */
    Optional<Runnable> poll(Duration now) {
        if (queue.isEmpty() || queue.first().at().compareTo(now) > 0) {
            return Optional.empty();
        }
        Due next = queue.removeFirst();
        byKey.remove(next.key());
        return Optional.of(next.task());
    }
}
