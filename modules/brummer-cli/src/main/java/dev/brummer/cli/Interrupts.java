package dev.brummer.cli;

import dev.brummer.api.Session;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The first signal asks for a graceful end, the second forces it. Called by the thread that delivers signals.
 */
final class Interrupts implements Consumer<String> {
    // npm, timeout(1) and others pass on a signal that the terminal has sent already: that is no second request.
    private static final Duration ECHO = Duration.ofMillis(300);

    private final Session session;
    private final Supplier<Duration> elapsed;
    private volatile boolean forced;
    private boolean asked;
    private Duration askedAt = Duration.ZERO;

    /** @param elapsed time since some fixed moment */
    Interrupts(Session session, Supplier<Duration> elapsed) {
        this.session = session;
        this.elapsed = elapsed;
    }

    @Override
    public synchronized void accept(String signal) {
        if (!ask(signal) && elapsed.get().minus(askedAt).compareTo(ECHO) > 0) {
            forced = true;
            session.kill("a second " + signal);
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
        session.stop(reason);
        return true;
    }

    /** Whether there was a second request. */
    boolean forced() {
        return forced;
    }
}
