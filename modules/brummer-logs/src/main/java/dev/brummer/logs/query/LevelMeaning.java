package dev.brummer.logs.query;

import dev.brummer.spi.Level;
import org.jspecify.annotations.Nullable;

/** Asks for the level of a unit. A unit without level has none of them. */
record LevelMeaning(Level wanted, boolean orWorse) implements Meaning {
    private static final int PRICE = 4;

    @Override
    public boolean matches(Unit unit) {
        Level level = unit.level();
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
