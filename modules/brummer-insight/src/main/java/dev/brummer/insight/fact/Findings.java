package dev.brummer.insight.fact;

import dev.brummer.spi.FoundFact;
import java.util.ArrayList;
import java.util.List;

/** What a search has found so far. Safe for use by several threads. */
final class Findings {
    private final List<FoundFact> facts = new ArrayList<>();
    private volatile boolean closed;

    /** @throws AbandonedException if nobody waits for it any more */
    synchronized void add(FoundFact fact) {
        if (closed) {
            throw new AbandonedException();
        }
        facts.add(fact);
    }

    /** What there is; nothing is taken any more. */
    synchronized List<FoundFact> close() {
        closed = true;
        return List.copyOf(facts);
    }

    boolean isClosed() {
        return closed;
    }

    /** Whoever was given up comes back. */
    static final class AbandonedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AbandonedException() {
            super("nobody waits for it any more", null, false, false);
        }
    }
}
