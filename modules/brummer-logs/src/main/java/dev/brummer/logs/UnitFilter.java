package dev.brummer.logs;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Joiner;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.StreamName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Picks the lines of a query out of batches as they arrive. Nothing waits: a unit is judged by the lines that have come,
 * and where a later one makes the difference, the earlier ones are handed on with it. For one thread.
 */
public final class UnitFilter {
    private final BoundQuery query;
    private final Joiner.Maker joiners;
    private final Map<Source, OpenUnit> open = new HashMap<>();

    private record Source(InstanceId instance, int run, StreamName stream) {}

    public UnitFilter(BoundQuery query, Joiner.Maker joiners) {
        this.query = query;
        this.joiners = joiners;
    }

    /** The lines of {@code batch} that are meant, with those before it that are now known to be; in order. */
    public List<LogBatch> pick(LogBatch batch) {
        if (query == BoundQuery.ALL) {
            return List.of(batch);
        }
        if (!query.mayMatch(batch.instance(), batch.run(), batch.stream())) {
            return List.of();
        }
        Source source = new Source(batch.instance(), batch.run(), batch.stream());
        return open.computeIfAbsent(source, _ -> new OpenUnit(query, joiners.make())).pick(batch);
    }

    /** The unit of one stream that may still get lines. */
    private static final class OpenUnit {
        private static final int MOST_LINES = 1000;

        private final BoundQuery query;
        private final Joiner joiner;
        private final List<LogBatch> earlier = new ArrayList<>();
        private int lines;
        private boolean meant;
        private boolean inPieces;

        OpenUnit(BoundQuery query, Joiner joiner) {
            this.query = query;
            this.joiner = joiner;
        }

        List<LogBatch> pick(LogBatch batch) {
            List<LogBatch> picked = new ArrayList<>();
            int unit = 0;
            int meantFrom = 0;
            for (int i = 0; i < batch.size(); i++) {
                boolean joins = inPieces || joiner.joins(batch.bytes(), batch.offset(i), batch.length(i));
                inPieces = batch.continues(i);
                if (!joins || lines >= MOST_LINES) {
                    if (meant && i > meantFrom) {
                        picked.add(batch.lines(meantFrom, i));
                    }
                    earlier.clear();
                    lines = 0;
                    meant = false;
                    unit = i;
                    meantFrom = i;
                }
                lines++;
                if (!meant && query.matches(unitWith(batch, unit, i + 1))) {
                    meant = true;
                    picked.addAll(earlier);
                }
            }
            if (meant) {
                picked.add(batch.lines(meantFrom, batch.size()));
                earlier.clear();
            } else {
                earlier.add(batch.lines(unit, batch.size()).detached());
            }
            return picked;
        }

        private Unit unitWith(LogBatch batch, int from, int to) {
            List<LogBatch> pieces = new ArrayList<>(earlier);
            pieces.add(batch.lines(from, to));
            return new Unit(pieces);
        }
    }
}
