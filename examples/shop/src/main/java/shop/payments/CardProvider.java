package shop.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The company that charges the cards. It belongs to this process, so that one can decide when it is out of order. */
final class CardProvider {
    /** The provider does not answer. */
    static final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnavailableException(long order) {
            super("no answer from the card provider for order " + order);
        }
    }

    private final InstantSource clock;
    private volatile Instant availableFrom = Instant.MIN;

    CardProvider(InstantSource clock) {
        this.clock = clock;
    }

    void failFor(Duration outage) {
        availableFrom = clock.instant().plus(outage);
    }

    void recover() {
        availableFrom = Instant.MIN;
    }

    boolean isAvailable() {
        return !clock.instant().isBefore(availableFrom);
    }

    void charge(long order) {
        if (!isAvailable()) {
            throw new UnavailableException(order);
        }
    }
}
