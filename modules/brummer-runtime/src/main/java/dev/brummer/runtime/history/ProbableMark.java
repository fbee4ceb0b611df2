package dev.brummer.runtime.history;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.spi.LogBatch;
import java.util.List;
import java.util.Set;

/**
 * Writes {@code ~} before lines that are shown though it is only probable that they belong to the request that was asked
 * for, as a trace has it. For text alone: what is marked is no longer what a service wrote. Immutable.
 *
 * @param units the sequence numbers of the units to mark
 */
public record ProbableMark(Set<Long> units) {
    /** Marks nothing. */
    public static final ProbableMark NONE = new ProbableMark(Set.of());

    private static final byte[] MARK = {'~', ' '};

    public ProbableMark {
        units = Set.copyOf(units);
    }

    public static ProbableMark of(BoundQuery query) {
        return new ProbableMark(query.probable());
    }

    /** Whether it marks some of these lines. */
    public boolean marks(LogBatch lines) {
        return units.contains(lines.sequence());
    }

    /** Lines of one unit, or a single one: with a mark where they begin a unit to mark. */
    public List<LogBatch> on(LogBatch lines) {
        if (!marks(lines)) {
            return List.of(lines);
        }
        LogBatch first = marked(lines.lines(0, 1));
        return lines.size() == 1 ? List.of(first) : List.of(first, lines.lines(1, lines.size()));
    }

    private static LogBatch marked(LogBatch line) {
        int length = line.length(0);
        byte[] bytes = new byte[MARK.length + length];
        System.arraycopy(MARK, 0, bytes, 0, MARK.length);
        System.arraycopy(line.bytes(), line.offset(0), bytes, MARK.length, length);
        return Rewritten.of(line, bytes, line.continues(0));
    }
}
