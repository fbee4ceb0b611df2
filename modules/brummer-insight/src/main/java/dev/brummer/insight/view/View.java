package dev.brummer.insight.view;

import dev.brummer.spi.FoundFact;
import java.time.Instant;

/**
 * Keeps what facts say so far. It takes bounded memory however many there are. For one thread at a time.
 *
 * @param <R> what it tells
 */
public interface View<R extends Report<R>> {
    /** Takes the next fact, in the order of their sequence numbers; what it is not about does nothing. */
    void accept(FoundFact found);

    /**
     * What is known.
     *
     * @param now when it is asked, or where a start has ended, when that was
     */
    R report(Instant now);
}
