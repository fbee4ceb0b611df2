package dev.brummer.insight.view;

import java.time.Instant;

/** How many. For one thread. */
final class Count {
    private long value;

    void up() {
        value++;
    }

    /** How many in the minute before {@code now}. */
    static long in(Window<Count> window, Instant now) {
        return window.until(now).stream().mapToLong(count -> count.value).sum();
    }
}
