package dev.brummer.logs;

import org.jspecify.annotations.Nullable;

/**
 * Where in the journal a run began. It names its segment instead of holding it, for a run may outlive many.
 *
 * @param offset where in the segment
 * @param sequence the number of the next entry at that time
 */
record RunBegin(int run, int segment, long offset, long sequence) {
    static RunBegin at(Position tail, int run) {
        return new RunBegin(run, tail.segment().number(), tail.offset(), tail.sequence());
    }

    /** The place, if its segment is {@code oldest} or one that follows it; null if it is no longer kept. */
    @Nullable Position from(Segment oldest) {
        for (Segment next = oldest; next != null; next = next.next()) {
            if (next.number() == segment) {
                return new Position(next, offset, sequence);
            }
        }
        return null;
    }
}
