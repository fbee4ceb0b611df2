package dev.brummer.logs.query;

import dev.brummer.logs.query.BoundQuery.LineTest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks that some line of a unit passes.
 *
 * @param reach where such lines may be
 */
record LineMeaning(Lines lines, LineMatch match, Reach reach, int price) implements Meaning {
    @Override
    public boolean matches(Unit unit) {
        return lines.any(unit, match);
    }

    /** What its first piece does not tell of a line is not told by any other. */
    @Override
    public Optional<LineTest> lineTest() {
        return Optional.of((batch, line) -> batch.continues(line) || lines.passes(batch, line, match));
    }

    @Override
    public Reach reach(@Nullable Origin origin) {
        return reach;
    }
}
