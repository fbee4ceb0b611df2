package dev.brummer.logs.query;

import dev.brummer.logs.query.BoundQuery.LineTest;
import dev.brummer.spi.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for the level of a unit. A unit without level has none of them. */
record LevelMeaning(Level wanted, boolean orWorse) implements Meaning {
    private static final int PRICE = 4;

    @Override
    public boolean matches(Unit unit) {
        return isMeant(unit.level());
    }

    /** A unit has the level of one of its lines. */
    @Override
    public Optional<LineTest> lineTest() {
        return Optional.of((batch, line) -> isMeant(batch.level(line)));
    }

    private boolean isMeant(@Nullable Level level) {
        return level == wanted || (orWorse && level != null && level.compareTo(wanted) > 0);
    }

    @Override
    public Reach reach(@Nullable Origin origin) {
        return new Reach.Anywhere();
    }

    @Override
    public int price() {
        return PRICE;
    }
}
