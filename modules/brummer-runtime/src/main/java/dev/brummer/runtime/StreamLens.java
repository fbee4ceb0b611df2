package dev.brummer.runtime;

import dev.brummer.insight.name.Attribution;
import dev.brummer.insight.trace.TraceJoiner;
import dev.brummer.logs.JournalSearch;
import dev.brummer.logs.UnitFilter;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.SlowQueryException;
import dev.brummer.logs.query.Unit;
import dev.brummer.runtime.history.ProbableMark;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What one sink sees of the stream: all of it, or what its reader asked for. State changes, notices and gaps are always
 * seen. For the thread that pumps, but for {@link #focus}.
 */
final class StreamLens {
    private final JournalSearch past;
    private final InstantSource time;
    private final Supplier<Attribution> attributions;
    private volatile Focus wanted = Focus.EVERYTHING;
    private Focus current = Focus.EVERYTHING;
    private UnitFilter filter = new UnitFilter(BoundQuery.ALL, TraceJoiner.MAKER);

    /**
     * What is asked for.
     *
     * @param query the lines to see
     * @param words what a person is told of it
     * @param again how many of the past units are shown again at once
     */
    record Focus(BoundQuery query, String words, int again) {
        static final Focus EVERYTHING = new Focus(BoundQuery.ALL, "everything", 0);
    }

    /** @param attributions make what tells of lines whose they are, a new one each time */
    StreamLens(JournalSearch past, InstantSource time, Supplier<Attribution> attributions) {
        this.past = past;
        this.time = time;
        this.attributions = attributions;
    }

    /** Asks for something else from now on. May be called by any thread. */
    void focus(Focus focus) {
        wanted = focus;
    }

    /** Whether something else has been asked for since {@link #refocus}. */
    boolean isMoved() {
        return wanted != current;
    }

    /**
     * Turns to what is asked for now.
     *
     * @param before the number of the next entry
     * @return what is seen of the past
     * @throws IOException if the journal cannot be read
     */
    List<JournalEntry> refocus(long before) throws IOException {
        current = wanted;
        filter = new UnitFilter(current.query(), TraceJoiner.MAKER);
        List<JournalEntry> seen = new ArrayList<>();
        try {
            List<Unit> units = current.again() == 0 ? List.of() : past.newest(current.query(), current.again(), before);
            current.query().remarks().forEach(remark -> seen.add(notice(before, Level.WARN, remark)));
            ProbableMark mark = ProbableMark.of(current.query(), attributions.get());
            boolean marked = units.stream().anyMatch(unit -> mark.marks(unit.pieces().getFirst()));
            String legend = marked ? ", with ~ what is probably part of it" : "";
            seen.add(notice(before, Level.INFO, "showing " + current.words() + found(units.size()) + legend));
            units.forEach(unit -> unit.pieces().forEach(piece -> seen.addAll(mark.on(piece))));
        } catch (SlowQueryException e) {
            seen.add(givenUp(before, e));
        }
        return seen;
    }

    /** A stream must not wait for a pattern: everything is seen again. */
    private Notice givenUp(long sequence, SlowQueryException e) {
        current = Focus.EVERYTHING;
        wanted = Focus.EVERYTHING;
        return notice(sequence, Level.WARN, "showing everything again: " + e.getMessage());
    }

    private Notice notice(long sequence, Level level, String text) {
        return new Notice(sequence, time.instant(), level, text);
    }

    private String found(int units) {
        if (current.again() == 0) {
            return "";
        }
        return units == 0
                ? "; nothing of the past"
                : units == current.again() ? "; the last " + units + " of the past" : "; " + units + " of the past";
    }

    /** What is seen of the next entries. */
    List<JournalEntry> see(List<JournalEntry> entries) {
        if (current == Focus.EVERYTHING) {
            return entries;
        }
        List<JournalEntry> seen = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof LogBatch batch && current != Focus.EVERYTHING) {
                seen.addAll(picked(batch));
            } else {
                seen.add(entry);
            }
        }
        return seen;
    }

    private List<? extends JournalEntry> picked(LogBatch batch) {
        try {
            return filter.pick(batch);
        } catch (SlowQueryException e) {
            return List.of(givenUp(batch.sequence(), e), batch);
        }
    }
}
