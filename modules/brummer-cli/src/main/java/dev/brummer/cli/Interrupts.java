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
        Duration now = elapsed.get();
        if (!asked) {
            asked = true;
            askedAt = now;
            session.stop(signal);
        } else if (now.minus(askedAt).compareTo(ECHO) > 0) {
            forced = true;
            session.kill("a second " + signal);
        }
    }

    /** Whether there was a second request. */
    boolean forced() {
        return forced;
    }
}
