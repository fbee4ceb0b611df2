package dev.brummer.cli;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The first signal asks for a graceful end, the second forces it. Called by the thread that delivers signals.
 */
final class Interrupts implements Consumer<String> {
    // npm, timeout(1) and others pass on a signal that the terminal has sent already: that is no second request.
    private static final Duration ECHO = Duration.ofMillis(300);

    private final Consumer<String> stop;
    private final Consumer<String> kill;
    private final Supplier<Duration> elapsed;
    private volatile boolean forced;
    private boolean asked;
    private Duration askedAt = Duration.ZERO;

    /**
     * @param stop asks for a graceful end, with a reason
     * @param kill forces the end
     * @param elapsed time since some fixed moment
     */
    Interrupts(Consumer<String> stop, Consumer<String> kill, Supplier<Duration> elapsed) {
        this.stop = stop;
        this.kill = kill;
        this.elapsed = elapsed;
    }

    @Override
    public synchronized void accept(String signal) {
        if (!ask(signal) && elapsed.get().minus(askedAt).compareTo(ECHO) > 0) {
            forced = true;
            kill.accept("a second " + signal);
        }
    }

    /**
     * Asks for a graceful end as the first signal does. Never forces it: a key that repeats itself would.
     *
     * @return false if it has been asked for before
     */
    synchronized boolean ask(String reason) {
        if (asked) {
            return false;
        }
        asked = true;
        askedAt = elapsed.get();
        stop.accept(reason);
        return true;
    }

    /** Whether there was a second request. */
    boolean forced() {
        return forced;
    }
}
