package dev.brummer.logs.query;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks for something that all lines of a stream of a run have in common. */
record StreamMeaning(Predicate<Origin> wanted) implements Meaning {
    @Override
    public boolean matches(Unit unit) {
        return wanted.test(new Origin(unit.instance(), unit.run(), unit.stream()));
    }

    @Override
    public Reach reach(@Nullable Origin origin) {
        return origin == null || wanted.test(origin) ? new Reach.Anywhere() : new Reach.Nowhere();
    }

    @Override
    public Meaning negated() {
        return new StreamMeaning(wanted.negate());
    }
}
