package shop.shared;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What a service counted since it started; {@code GET /stats} shows it. */
public final class Counters {
    private final Map<String, AtomicLong> values = new ConcurrentHashMap<>();

    /** Makes a counter visible before anything was counted. */
    public void declare(String... names) {
        for (String name : names) {
            values.putIfAbsent(name, new AtomicLong());
        }
    }

    /** Adds one. */
    public void count(String name) {
        values.computeIfAbsent(name, unused -> new AtomicLong()).incrementAndGet();
    }

    Map<String, Long> snapshot() {
        var snapshot = new TreeMap<String, Long>();
        values.forEach((name, value) -> snapshot.put(name, value.get()));
        return snapshot;
    }
}
