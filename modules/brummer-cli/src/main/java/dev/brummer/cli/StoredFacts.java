package dev.brummer.cli;

import dev.brummer.insight.view.Report;
import dev.brummer.insight.view.View;
import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.JournalReader;
import dev.brummer.logs.StartEnd;
import dev.brummer.runtime.history.Following;
import dev.brummer.runtime.history.Start;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Shows a view the facts of one start. For one thread. */
final class StoredFacts<R extends Report<R>> implements Following.Taker {
    private static final int READ_AT_ONCE = 512 << 10;

    private final View<R> view;
    private final JournalReader reader;
    private final Start start;
    private final InstantSource clock;
    private final JournalCursor cursor;
    private long lost;

    /** @param clock for a start that still runs */
    StoredFacts(View<R> view, JournalReader reader, Start start, InstantSource clock) {
        this.view = view;
        this.reader = reader;
        this.start = start;
        this.clock = clock;
        this.cursor = reader.facts(1);
    }

    /** Where the next facts come from. */
    JournalCursor cursor() {
        return cursor;
    }

    /**
     * Reads what there is.
     *
     * @throws IOException if the journal cannot be read
     */
    void readAll() throws IOException {
        List<JournalEntry> entries = cursor.next(READ_AT_ONCE);
        while (!entries.isEmpty()) {
            take(entries);
            entries = cursor.next(READ_AT_ONCE);
        }
    }

    @Override
    public void take(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry instanceof FactBatch facts) {
                facts.facts().forEach(view::accept);
            } else if (entry instanceof Gap gap) {
                lost += gap.records();
            }
        }
    }

    /** What the view knows now, or knew when the start ended. */
    R report() {
        return view.report(ended().orElseGet(clock::instant));
    }

    private Optional<Instant> ended() {
        Optional<Instant> end = reader.end().map(StartEnd::time);
        return start.running() ? end : end.or(reader::newest);
    }

    /** Why something may be missing; empty where nothing is. */
    Optional<String> missing() {
        if (reader.firstSequence() > 1) {
            return Optional.of("the beginning of this start is no longer kept, and what it told is missing here");
        }
        return lost == 0
                ? Optional.empty()
                : Optional.of("some output of this start could not be stored, and what it told is missing here");
    }
}
