package dev.brummer.logs;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.BoundQuery.LineTest;
import dev.brummer.logs.query.BoundQuery.Needle;
import dev.brummer.logs.query.Joiner;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.LogBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the units of one image that a query means. For one thread. */
final class ImageSearch {
    private static final LineTest EVERY_LINE = (_, _) -> true;

    private final SegmentImage image;
    private final BoundQuery query;
    private final Joiner.Maker joiners;
    private final LogBatch.LevelReader levels;
    private final Map<Integer, Boolean> asked = new HashMap<>();
    private final Map<Integer, Optional<Needle>> needles = new HashMap<>();
    private final Map<Integer, StreamUnits> streams = new HashMap<>();
    private final List<Hit> found = new ArrayList<>();
    private final int context;
    private final long fromMicros;
    private final long untilMicros;

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
    }

    /** What begins in the batches from {@code from} to before {@code to}, in order. It holds no more than its bytes. */
    List<Hit> between(int from, int to) {
        streams.clear();
        found.clear();
        lookAtEach(from, to);
        lookAtLast(from, to);
        found.sort(Comparator.comparingLong(Hit::sequence));
        return List.copyOf(found);
    }

    private void lookAtEach(int from, int to) {
        LineTest test = query.lineTest().orElse(EVERY_LINE);
        for (int batch = from; batch < to; batch++) {
            if (isAsked(image.streamId(batch), batch)) {
                Needle own = needles.computeIfAbsent(image.streamId(batch), this::needle).orElse(null);
                if (own != null) {
                    lookAtHits(own, batch, from, to);
                } else {
                    lookAtLines(test, batch, from, to);
                }
            }
        }
    }

    private Optional<Needle> needle(int stream) {
        StreamKey key = image.key(stream);
        return query.needle(key.instance(), key.run(), key.stream());
    }

    private void lookAtLines(LineTest test, int batch, int from, int to) {
        LogBatch lines = image.batch(batch, levels);
        for (int line = 0; line < lines.size(); line++) {
            if (test.passes(lines, line)) {
                lookAt(batch, line, from, to);
            }
        }
    }

    private void lookAt(int batch, int line, int from, int to) {
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

    private void lookAtHits(Needle needle, int batch, int from, int to) {
        int end = image.end(batch);
        int at = image.text(batch);
        while (at < end) {
            int hit = needle.next(image.bytes(), at, end);
            if (hit < 0) {
                return;
            }
            lookAt(batch, image.lineAt(batch, hit), from, to);
            at = image.endOfLine();
        }
    }

    /** What is sought may be further down in units that begin here and reach beyond. */
    private void lookAtLast(int from, int to) {
        for (int batch = from; batch < to; batch++) {
            int after = image.after(batch);
            if (after >= to && isAsked(image.streamId(batch), batch)) {
                lookAt(batch, image.lines(batch) - 1, from, to);
            }
        }
    }

    private boolean isAsked(int stream, int batch) {
        long micros = image.micros(batch);
        return micros >= fromMicros
                && micros <= untilMicros
                && asked.computeIfAbsent(stream, id -> {
                    StreamKey key = image.key(id);
                    return query.mayMatch(key.instance(), key.run(), key.stream());
                });
    }

    private void keep(StreamUnits units, int from, int to) {
        if (units.firstBatch() >= from && units.firstBatch() < to) {
            Unit unit = units.unit();
            if (query.matches(unit)) {
                Unit own = new Unit(unit.pieces().stream().map(LogBatch::detached).toList());
                found.add(context == 0 ? new Hit(own, List.of(), List.of()) : withContext(units, own));
            }
        }
    }

    private Hit withContext(StreamUnits units, Unit unit) {
        LogBatch last = unit.pieces().getLast();
        long end = last.sequence() + last.size();
        return new Hit(unit, linesBefore(units.firstBatch(), unit.sequence()), linesAfter(units.firstBatch(), end));
    }

    private List<LogBatch> linesBefore(int from, long sequence) {
        List<LogBatch> lines = new ArrayList<>();
        int left = context;
        for (int batch = from; batch >= 0 && left > 0; batch--) {
            if (isAsked(image.streamId(batch), batch)) {
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

    private List<LogBatch> linesAfter(int from, long sequence) {
        List<LogBatch> lines = new ArrayList<>();
        int left = context;
        for (int batch = from; batch < image.count() && left > 0; batch++) {
            if (isAsked(image.streamId(batch), batch)) {
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
