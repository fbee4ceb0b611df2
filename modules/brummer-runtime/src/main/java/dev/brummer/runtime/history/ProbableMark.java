package dev.brummer.runtime.history;

import dev.brummer.insight.name.Attribution;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogBatch.Heading;
import java.util.List;
import java.util.Set;

/**
 * Writes {@code ~} before lines that are shown though it is only probable that they belong to the request that was asked
 * for, as a trace has it. For text alone: what is marked is no longer what a service wrote. For one thread.
 */
public final class ProbableMark {
    private static final byte[] MARK = {'~', ' '};

    private final Set<Long> units;
    private final Attribution attribution;

    /**
     * @param units the sequence numbers of the units to mark
     * @param attribution finds what stands before a line to say whose it is, behind which the mark comes; nobody else's
     */
    ProbableMark(Set<Long> units, Attribution attribution) {
        this.units = Set.copyOf(units);
        this.attribution = attribution;
    }

    /**
     * Marks what is probable among the lines of a query.
     *
     * @param attribution finds what stands before a line to say whose it is, behind which the mark comes; nobody else's
     */
    public static ProbableMark of(BoundQuery query, Attribution attribution) {
        return new ProbableMark(query.probable(), attribution);
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

    private LogBatch marked(LogBatch line) {
        Heading heading = attribution.of(line).heading(0);
        int before = heading == null ? 0 : heading.length();
        int length = line.length(0);
        byte[] bytes = new byte[MARK.length + length];
        System.arraycopy(line.bytes(), line.offset(0), bytes, 0, before);
        System.arraycopy(MARK, 0, bytes, before, MARK.length);
        System.arraycopy(line.bytes(), line.offset(0) + before, bytes, before + MARK.length, length - before);
        return Rewritten.of(line, bytes, line.continues(0));
    }
}
