package dev.brummer.logs.query;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of one stream of one run that belong together and are matched, shown and counted as one: a line alone, a line
 * that came in pieces, or a stack trace with the line it belongs to. Immutable.
 *
 * @param pieces the lines in order; never empty, and none of them is
 */
public record Unit(List<LogBatch> pieces) {
    public Unit {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a unit without a line");
        }
    }

    /** The line {@code index} of {@code batch} alone. */
    public static Unit line(LogBatch batch, int index) {
        return new Unit(List.of(batch.lines(index, index + 1)));
    }

    /** The sequence number of its first line. */
    public long sequence() {
        return pieces.getFirst().sequence();
    }

    /** When its first line came. */
    public Instant time() {
        return pieces.getFirst().time();
    }

    public InstanceId instance() {
        return pieces.getFirst().instance();
    }

    /** The run that wrote it, from 1. */
    public int run() {
        return pieces.getFirst().run();
    }

    public StreamName stream() {
        return pieces.getFirst().stream();
    }

    /**
     * The level of the first line that claims one; null where none does. That is the first line of nearly all, but a
     * crash of Node begins with a place and a line of code.
     */
    public @Nullable Level level() {
        for (LogBatch piece : pieces) {
            for (int i = 0; i < piece.size(); i++) {
                Level level = piece.level(i);
                if (level != null || piece.continues(i)) {
                    return level;
                }
            }
        }
        return null;
    }

    /** The same unit without the batches it came from: for whoever keeps it. */
    public Unit detached() {
        return new Unit(pieces.stream().map(LogBatch::detached).toList());
    }

    /** How many lines there are. */
    public int size() {
        int size = 0;
        for (LogBatch piece : pieces) {
            size += piece.size();
        }
        return size;
    }
}
