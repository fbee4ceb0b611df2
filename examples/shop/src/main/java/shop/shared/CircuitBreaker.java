package shop.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Keeps calls away from something that fails. After so many failures in a row the circuit opens and calls fail at
 * once; after the cooldown one call is let through, and its outcome closes the circuit or opens it again.
 */
public final class CircuitBreaker {
    /** Hears of each change, in order, while the breaker is locked. */
    public interface Listener {
        void opened();

        void attemptingReset();

        void closed();
    }

    /** Said instead of making the call. */
    public static final class OpenException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Duration retryAfter;

        OpenException(Duration retryAfter) {
            super("the circuit is open");
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    private enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final int threshold;
    private final Duration cooldown;
    private final InstantSource clock;
    private final Listener listener;
    private State state = State.CLOSED;
    private int failures;
    private Instant openedAt = Instant.MIN;

    public CircuitBreaker(int threshold, Duration cooldown, InstantSource clock, Listener listener) {
        if (threshold < 1) {
            throw new IllegalArgumentException("a breaker opens after 1 failure or more, not " + threshold);
        }
        this.threshold = threshold;
        this.cooldown = cooldown;
        this.clock = clock;
        this.listener = listener;
    }

    /** Makes a call; every exception it throws is a failure. */
    public <T> T call(Supplier<T> action) {
        boolean probe = enter();
        try {
            T result = action.get();
            succeeded(probe);
            return result;
        } catch (RuntimeException | Error e) {
            failed(probe);
            throw e;
        }
    }

    public synchronized boolean isClosed() {
        return state == State.CLOSED;
    }

    private synchronized boolean enter() {
        if (state == State.CLOSED) {
            return false;
        }
        Duration left = Duration.between(clock.instant(), openedAt.plus(cooldown));
        if (state == State.HALF_OPEN || left.compareTo(Duration.ZERO) > 0) {
            throw new OpenException(left.isNegative() ? Duration.ZERO : left);
        }
        state = State.HALF_OPEN;
        listener.attemptingReset();
        return true;
    }

    // A call that began before the circuit opened says nothing about now: only the probe decides then.
    private synchronized void succeeded(boolean probe) {
        if (probe) {
            state = State.CLOSED;
            failures = 0;
            listener.closed();
        } else if (state == State.CLOSED) {
            failures = 0;
        }
    }

    private synchronized void failed(boolean probe) {
        if (probe || (state == State.CLOSED && ++failures >= threshold)) {
            state = State.OPEN;
            openedAt = clock.instant();
            listener.opened();
        }
    }
}
