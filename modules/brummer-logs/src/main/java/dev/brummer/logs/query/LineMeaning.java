package dev.brummer.logs.query;

import org.jspecify.annotations.Nullable;

/**
 * Asks that some line of a unit passes a test.
 *
 * @param reach where such lines may be
 */
record LineMeaning(Lines lines, LineMatch test, Reach reach, int price) implements Meaning {
    @Override
    public boolean matches(Unit unit) {
        return lines.any(unit, test);
    }

    @Override
    public Reach reach(@Nullable Origin origin) {
        return reach;
    }
}
