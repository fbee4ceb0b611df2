package dev.brummer.logs.query;

import dev.brummer.logs.query.BoundQuery.LineTest;
import dev.brummer.logs.scan.Literal;
import dev.brummer.spi.LogBatch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks that some line of a unit passes.
 *
 * @param literals some of which every such line holds one; empty where none are known
 */
record LineMeaning(Lines lines, LineMatch match, List<Literal> literals, int price) implements Meaning {
    @Override
    public boolean matches(Unit unit) {
        return lines.any(unit, match);
    }

    /** What its first piece does not tell of a line is not told by any other. */
    @Override
    public Optional<LineTest> lineTest() {
        return Optional.of(this::mayPass);
    }

    private boolean mayPass(LogBatch batch, int line) {
        return batch.continues(line) || lines.passes(batch, line, match);
    }

    @Override
    public Reach reach(@Nullable Origin origin) {
        return literals.isEmpty() ? new Reach.Anywhere() : Reach.pointed(literals, this::mayPass);
    }
}
