package dev.brummer.logs;

import dev.brummer.logs.query.Unit;
import dev.brummer.spi.LogBatch;
import java.util.List;

/**
 * A unit that was searched for, with the lines around it.
 *
 * @param before lines before its first one, in order: of the streams of which the query may mean something
 * @param after lines after its last one
 */
public record Hit(Unit unit, List<LogBatch> before, List<LogBatch> after) {
    public Hit {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The sequence number of the unit's first line. */
    public long sequence() {
        return unit.sequence();
    }
}
