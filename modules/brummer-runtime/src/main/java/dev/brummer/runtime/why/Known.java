package dev.brummer.runtime.why;

import dev.brummer.insight.view.Breakers.Breaker;
import dev.brummer.spi.StateChange;
import java.util.List;

/**
 * What is known of one service. Immutable.
 *
 * @param standing where it is
 * @param changes what it came through, oldest first; perhaps not from the beginning
 * @param breakers open ones in it
 */
record Known(
        Standing standing,
        List<StateChange> changes,
        List<Breaker> breakers,
        Witness witness) {
    Known {
        changes = List.copyOf(changes);
        breakers = List.copyOf(breakers);
    }

    /** Whether it is where it is meant to be, and its checks pass. */
    boolean isWell() {
        return standing.isWell();
    }
}
