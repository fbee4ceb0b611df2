package dev.brummer.logs;

import java.time.Duration;

/** When a reader may be awake again: at once, until it is told otherwise. For one thread. */
final class Pace {
    private long apart;
    private boolean known;
    private long awoke;

    /** From now on at most once in {@code apart}. */
    void set(Duration apart) {
        this.apart = apart.toNanos();
    }

    /** Says that it was awake, by {@link System#nanoTime}. */
    void awoke(long now) {
        known = true;
        awoke = now;
    }

    /** In how many nanoseconds it may be awake again; 0 or less where it may now. */
    long left(long now) {
        // A difference, for the clock may pass from the greatest number to the least.
        return known ? apart - (now - awoke) : 0;
    }
}
