package dev.brummer.runtime.alert;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many lines of level error instances have written lately, to a sixtieth of each window. Bounded by how many
 * instances there are. Safe for use by several threads.
 */
public final class ErrorTally {
    private static final int SLOTS = 60;

    private final Set<Duration> windows;
    private final Map<Key, Ring> rings = new HashMap<>();

    private record Key(InstanceId instance, Duration window) {}

    public ErrorTally(Set<Duration> windows) {
        this.windows = Set.copyOf(windows);
    }

    public Set<Duration> windows() {
        return windows;
    }

    /** Takes lines that were written. */
    public void read(List<LogBatch> batches) {
        for (LogBatch batch : batches) {
            int errors = 0;
            for (int line = 0; line < batch.size(); line++) {
                errors += batch.level(line) == Level.ERROR ? 1 : 0;
            }
            if (errors > 0) {
                add(batch.instance(), batch.time(), errors);
            }
        }
    }

    synchronized void add(InstanceId instance, Instant time, int errors) {
        for (Duration window : windows) {
            rings.computeIfAbsent(new Key(instance, window), _ -> new Ring()).add(slot(window, time), errors);
        }
    }

    /** By window, how many each instance has written in it. */
    public synchronized Map<Duration, Map<InstanceId, Integer>> upTo(Instant now) {
        Map<Duration, Map<InstanceId, Integer>> counts = new LinkedHashMap<>();
        rings.forEach((key, ring) -> counts.computeIfAbsent(key.window(), _ -> new HashMap<>())
                .put(key.instance(), ring.upTo(slot(key.window(), now))));
        return counts;
    }

    private static long slot(Duration window, Instant time) {
        return time.toEpochMilli() * SLOTS / window.toMillis();
    }

    private static final class Ring {
        private final int[] counts = new int[SLOTS];
        private final long[] slots = new long[SLOTS];

        void add(long slot, int errors) {
            int at = (int) Math.floorMod(slot, (long) SLOTS);
            if (slots[at] < slot) {
                slots[at] = slot;
                counts[at] = 0;
            }
            counts[at] += slots[at] == slot ? errors : 0;
        }

        int upTo(long now) {
            int sum = 0;
            for (int i = 0; i < SLOTS; i++) {
                sum += slots[i] > now - SLOTS ? counts[i] : 0;
            }
            return sum;
        }
    }
}
