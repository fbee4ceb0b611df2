package dev.brummer.logs.query;

import dev.brummer.logs.query.BoundQuery.LineTest;
import dev.brummer.logs.scan.Literal;
import dev.brummer.spi.LogBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for certain units, by the sequence numbers of their first lines. */
final class UnitsMeaning implements Meaning {
    // To look for more texts than that takes longer than to ask each line for its number.
    private static final int MOST_LITERALS = 60;

    private final long[] sequences;
    private final List<Literal> literals;

    /**
     * @param sequences not empty
     * @param literals of which each of these units holds one
     */
    UnitsMeaning(Set<Long> sequences, List<Literal> literals) {
        this.sequences = sequences.stream().mapToLong(Long::longValue).sorted().toArray();
        this.literals = List.copyOf(literals);
    }

    @Override
    public boolean matches(Unit unit) {
        return has(unit.sequence());
    }

    @Override
    public Optional<LineTest> lineTest() {
        return Optional.of((batch, line) -> has(batch.sequence() + line));
    }

    @Override
    public Reach reach(@Nullable Origin origin) {
        return literals.size() > MOST_LITERALS ? new Reach.Anywhere() : Reach.pointed(literals, this::mayBelong);
    }

    /** What a unit holds may stand in a line behind its first. */
    private boolean mayBelong(LogBatch batch, int line) {
        return batch.sequence() + line >= sequences[0];
    }

    private boolean has(long sequence) {
        return Arrays.binarySearch(sequences, sequence) >= 0;
    }
}
