package dev.brummer.cli;

import dev.brummer.logs.Hit;
import dev.brummer.logs.query.Unit;
import dev.brummer.runtime.history.ProbableMark;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.OutputSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Hands what was found to a sink: lines in order, each once, and something between groups that do not touch. */
final class HitWriter {
    private static final int AT_ONCE = 500;

    private final OutputSink sink;
    private final ProbableMark mark;
    private final List<JournalEntry> waiting = new ArrayList<>();
    private boolean marked;

    /** @param mark what it writes before lines that are probable */
    HitWriter(OutputSink sink, ProbableMark mark) {
        this.sink = sink;
        this.mark = mark;
    }

    /** Whether a line with a mark was among those written. */
    boolean hasMarked() {
        return marked;
    }

    private List<LogBatch> marked(LogBatch lines) {
        marked |= mark.marks(lines);
        return mark.on(lines);
    }

    /** Draws what stands between two groups. */
    @FunctionalInterface
    interface Separator {
        void draw() throws IOException;
    }

    /** Writes hits with the lines around them. */
    void write(List<Hit> hits, Separator separator) throws IOException {
        SortedMap<Long, LogBatch> group = new TreeMap<>();
        for (Hit hit : hits) {
            SortedMap<Long, LogBatch> lines = lines(hit);
            if (!group.isEmpty() && lines.firstKey() > group.lastKey() + 1) {
                write(group);
                sink.flush();
                separator.draw();
                group.clear();
            }
            group.putAll(lines);
        }
        write(group);
    }

    private static SortedMap<Long, LogBatch> lines(Hit hit) {
        SortedMap<Long, LogBatch> lines = new TreeMap<>();
        hit.before().forEach(batch -> add(batch, lines));
        hit.unit().pieces().forEach(batch -> add(batch, lines));
        hit.after().forEach(batch -> add(batch, lines));
        return lines;
    }

    private static void add(LogBatch batch, SortedMap<Long, LogBatch> lines) {
        for (int i = 0; i < batch.size(); i++) {
            lines.put(batch.sequence() + i, batch.lines(i, i + 1));
        }
    }

    private void write(SortedMap<Long, LogBatch> lines) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        lines.values().forEach(line -> entries.addAll(marked(line)));
        sink.accept(entries);
    }

    /** Shows all units that were asked for, in order, as often as it is called. */
    @FunctionalInterface
    interface Units {
        void forEach(Consumer<Unit> visitor) throws IOException;
    }

    /** Writes the newest {@code limit} units, and counts them before where that leaves some out. */
    void writeNewest(int limit, Units units) throws IOException {
        long skipped = limit == Integer.MAX_VALUE ? 0 : count(units) - limit;
        AtomicLong seen = new AtomicLong();
        try {
            units.forEach(unit -> {
                if (seen.getAndIncrement() >= skipped) {
                    add(unit);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        flush();
    }

    private static long count(Units units) throws IOException {
        AtomicLong count = new AtomicLong();
        units.forEach(_ -> count.incrementAndGet());
        return count.get();
    }

    private void add(Unit unit) {
        unit.pieces().forEach(piece -> waiting.addAll(marked(piece)));
        if (waiting.size() >= AT_ONCE) {
            try {
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void flush() throws IOException {
        sink.accept(List.copyOf(waiting));
        waiting.clear();
        sink.flush();
    }
}
