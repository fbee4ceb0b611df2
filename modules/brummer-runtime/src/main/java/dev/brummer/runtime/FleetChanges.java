package dev.brummer.runtime;

import java.time.Duration;

/** Counts the changes of a fleet, and lets others wait for the next one. Safe for use by several threads. */
final class FleetChanges {
    private long version = 1;
    private boolean over;

    /** To be called after the fleet has changed. */
    synchronized void changed() {
        version++;
        notifyAll();
    }

    /** Nothing changes any more: nobody waits from here on. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized long version() {
        return version;
    }

    /** Waits until there was a change after {@code seen}, until there will be none, or for as long as {@code patience}. */
    synchronized void await(long seen, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (version <= seen && !over) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
