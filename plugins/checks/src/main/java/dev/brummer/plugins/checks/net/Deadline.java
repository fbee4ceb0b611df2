package dev.brummer.plugins.checks.net;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** How long one asking may take, from now on. */
public final class Deadline {
    private static final Duration LARGEST_RESERVE = Duration.ofMillis(50);

    private final long started = System.nanoTime();
    private final Duration granted;
    private final Duration usable;

    private Deadline(Duration granted) {
        this.granted = granted;
        this.usable = usable(granted);
    }

    /** Ends a little before {@code granted} has passed, so that the answer is said before nobody listens any more. */
    public static Deadline within(Duration granted) {
        return new Deadline(granted);
    }

    /** How much of {@code granted} may be used for asking, so that time to answer is left. */
    public static Duration usable(Duration granted) {
        // Not dividedBy, which computes with any number of digits.
        Duration tenth = Duration.ofNanos(granted.toNanos() / 10);
        return granted.minus(tenth.compareTo(LARGEST_RESERVE) < 0 ? tenth : LARGEST_RESERVE);
    }

    /** The milliseconds left, at least 1, for socket timeouts, in which 0 would mean forever. */
    public int millisLeft() throws SocketTimeoutException {
        long left = usable.toMillis() - elapsedMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("out of time");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    /** How long it has been asked: {@code 12 ms}. */
    public String elapsed() {
        return elapsedMillis() + " ms";
    }

    /** How long the asking may take, in words: {@code 500 ms}, {@code 1 s}, {@code 1.5 s}. */
    public String granted() {
        long millis = granted.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis % 1000 == 0 ? millis / 1000 + " s" : Math.round(millis / 100.0) / 10.0 + " s";
    }

    private long elapsedMillis() {
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }
}
