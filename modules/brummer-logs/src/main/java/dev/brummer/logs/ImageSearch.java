package dev.brummer.logs;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.BoundQuery.LineTest;
import dev.brummer.logs.query.BoundQuery.Needle;
import dev.brummer.logs.query.Joiner;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the units of one image that a query means. For one thread. */
final class ImageSearch {
    private static final LineTest EVERY_LINE = (_, _) -> true;

    private final SegmentImage image;
    private final BoundQuery query;
    private final Joiner.Maker joiners;
    private final LogBatch.LevelReader levels;
    private final Map<Integer, Expected> expected = new HashMap<>();
    private final Map<Integer, StreamUnits> streams = new HashMap<>();
    private final List<Hit> found = new ArrayList<>();
    private final int context;
    private final long fromMicros;
    private final long untilMicros;
    private final LineTest test;
    private int foundBytes;
    private int reached;

    /**
     * What the query may mean of one stream.
     *
     * @param any whether it may mean anything
     * @param where finds it; null where it may be anywhere
     * @param tuned whether it has been made for what the stream is like
     */
    private record Expected(boolean any, @Nullable Needle where, boolean tuned) {}

    /** @param context how many lines around each unit come with it */
    ImageSearch(
            SegmentImage image,
            BoundQuery query,
            int context,
            Joiner.Maker joiners,
            LogBatch.LevelReader levels) {
        this.image = image;
        this.query = query;
        this.context = context;
        this.joiners = joiners;
        this.levels = levels;
        this.fromMicros = Micros.bounded(query.from());
        this.untilMicros = Micros.bounded(query.until());
        this.test = query.lineTest().orElse(EVERY_LINE);
    }

    /** What begins in the batches from {@code from} to before {@code to}, in order. It holds no more than its bytes. */
    List<Hit> between(int from, int to) throws IOException {
        streams.clear();
        return search(from, to, Integer.MAX_VALUE);
    }

    /**
     * What begins in batch {@code from} and those behind it, in order, until that is about so many bytes. It ends
     * before batch {@link #reached}.
     */
    List<Hit> from(int from, int most) throws IOException {
        // Where it goes on from what it reached, it knows which units reach into what follows, however long they are.
        if (from != reached) {
            streams.clear();
        }
        return search(from, Integer.MAX_VALUE, most);
    }

    /** The first batch of which nothing has been said yet. */
    int reached() {
        return reached;
    }

    private List<Hit> search(int from, int to, int most) throws IOException {
        found.clear();
        foundBytes = 0;
        reached = from;
        while (reached < to && foundBytes < most && image.has(reached)) {
            lookAt(reached, from, to);
            reached++;
        }
        lookAtLast(from, reached);
        found.sort(Comparator.comparingLong(Hit::sequence));
        return List.copyOf(found);
    }

    private void lookAt(int batch, int from, int to) throws IOException {
        if (isAsked(batch)) {
            image.show(batch, to);
            Needle needle = needle(batch);
            if (needle != null) {
                lookAtHits(needle, batch, from, to);
            } else {
                lookAtLines(batch, from, to);
            }
        }
    }

    /** What finds lines of a batch that is shown; null where they may be anywhere. */
    private @Nullable Needle needle(int batch) {
        int stream = image.streamId(batch);
        Expected known = expected(stream);
        Needle where = known.where();
        if (where == null || known.tuned()) {
            return where;
        }
        Needle tuned = where.tuned(image.bytes(), image.text(batch), image.end(batch));
        expected.put(stream, new Expected(known.any(), tuned, true));
        return tuned;
    }

    private void lookAtLines(int batch, int from, int to) throws IOException {
        LogBatch lines = image.shown(batch, levels);
        for (int line = test.next(lines, 0); line >= 0; line = test.next(lines, line + 1)) {
            lookAt(batch, line, from, to);
        }
    }

    private void lookAt(int batch, int line, int from, int to) throws IOException {
        int stream = image.streamId(batch);
        StreamUnits units = streams.get(stream);
        if (units == null) {
            units = new StreamUnits(image, batch, line, joiners, levels);
            streams.put(stream, units);
        }
        if (!units.hasPassed(batch, line)) {
            units.find(batch, line);
            keep(units, from, to);
        }
    }

    private void lookAtHits(Needle needle, int batch, int from, int to) throws IOException {
        int end = image.end(batch);
        int at = image.text(batch);
        while (at < end) {
            int hit = needle.next(image.bytes(), at, end);
            if (hit < 0) {
                return;
            }
            int line = image.lineAt(batch, hit);
            if (isWorthIt(needle, batch, line)) {
                lookAt(batch, line, from, to);
            }
            at = image.endOfLine();
        }
    }

    private boolean isWorthIt(Needle needle, int batch, int line) {
        return (line == 0 && image.goesOn(batch)) || needle.confirms(image.line(levels), 0);
    }

    /** What is sought may be further down in units that begin here and reach beyond. */
    private void lookAtLast(int from, int to) throws IOException {
        for (int batch = from; batch < to; batch++) {
            int after = image.after(batch);
            if (after >= to && isAsked(batch)) {
                lookAt(batch, image.lines(batch) - 1, from, to);
            }
        }
    }

    private boolean isAsked(int batch) {
        long micros = image.micros(batch);
        return micros >= fromMicros && micros <= untilMicros && expected(image.streamId(batch)).any();
    }

    private Expected expected(int stream) {
        Expected known = expected.get(stream);
        if (known == null) {
            StreamKey key = image.key(stream);
            boolean any = query.mayMatch(key.instance(), key.run(), key.stream());
            known = new Expected(any, query.needle(key.instance(), key.run(), key.stream()).orElse(null), false);
            expected.put(stream, known);
        }
        return known;
    }

    private void keep(StreamUnits units, int from, int to) throws IOException {
        if (units.firstBatch() >= from && units.firstBatch() < to) {
            Unit unit = units.unit();
            if (query.matches(unit)) {
                Unit own = unit.detached();
                for (LogBatch piece : own.pieces()) {
                    foundBytes += piece.bytes().length;
                }
                found.add(context == 0 ? new Hit(own, List.of(), List.of()) : withContext(units, own));
            }
        }
    }

    private Hit withContext(StreamUnits units, Unit unit) throws IOException {
        LogBatch last = unit.pieces().getLast();
        long end = last.sequence() + last.size();
        return new Hit(unit, linesBefore(units.firstBatch(), unit.sequence()), linesAfter(units.firstBatch(), end));
    }

    private List<LogBatch> linesBefore(int from, long sequence) throws IOException {
        List<LogBatch> lines = new ArrayList<>();
        int left = context;
        for (int batch = from; batch >= 0 && left > 0; batch--) {
            if (isAsked(batch)) {
                LogBatch all = image.batch(batch, levels);
                int to = (int) Math.min(all.size(), sequence - all.sequence());
                int some = Math.min(left, to);
                if (some > 0) {
                    lines.addFirst(all.lines(to - some, to).detached());
                    left -= some;
                }
            }
        }
        return lines;
    }

    private List<LogBatch> linesAfter(int from, long sequence) throws IOException {
        List<LogBatch> lines = new ArrayList<>();
        int left = context;
        for (int batch = from; left > 0 && image.has(batch); batch++) {
            if (isAsked(batch)) {
                LogBatch all = image.batch(batch, levels);
                int at = (int) Math.max(0, sequence - all.sequence());
                int some = Math.min(left, all.size() - at);
                if (some > 0) {
                    lines.add(all.lines(at, at + some).detached());
                    left -= some;
                }
            }
        }
        return lines;
    }
}
