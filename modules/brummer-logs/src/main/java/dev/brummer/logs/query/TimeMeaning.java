package dev.brummer.logs.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what came before a moment, or from then on.
 *
 * @param since whether what came from then on is wanted
 */
record TimeMeaning(Instant moment, boolean since) implements Meaning {
    @Override
    public boolean matches(Unit unit) {
        return unit.time().isBefore(moment) != since;
    }

    @Override
    public Reach reach(@Nullable Origin origin) {
        return new Reach.Anywhere();
    }

    @Override
    public Meaning negated() {
        return new TimeMeaning(moment, !since);
    }

    @Override
    public Instant from() {
        return since ? moment : Instant.MIN;
    }

    @Override
    public Instant until() {
        return since ? Instant.MAX : moment;
    }
}
