package dev.brummer.cli;

import dev.brummer.insight.view.Report;
import dev.brummer.insight.view.View;
import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.JournalReader;
import dev.brummer.logs.StartEnd;
import dev.brummer.runtime.history.FactReading;
import dev.brummer.runtime.history.Following;
import dev.brummer.runtime.history.Start;
import dev.brummer.spi.JournalEntry;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Shows a view the facts of one start. For one thread. */
final class StoredFacts<R extends Report<R>> implements Following.Taker {
    private final FactReading<R> reading;
    private final JournalReader reader;
    private final Start start;
    private final InstantSource clock;

    /** @param clock for a start that still runs */
    StoredFacts(View<R> view, JournalReader reader, Start start, InstantSource clock) {
        this.reading = new FactReading<>(view, reader.facts(1));
        this.reader = reader;
        this.start = start;
        this.clock = clock;
    }

    /** Where the next facts come from. */
    JournalCursor cursor() {
        return reading.cursor();
    }

    /**
     * Reads what there is.
     *
     * @throws IOException if the journal cannot be read
     */
    void readAll() throws IOException {
        reading.readAll();
    }

    @Override
    public void take(List<JournalEntry> entries) {
        reading.take(entries);
    }

    /** What the view knows now, or knew when the start ended. */
    R report() {
        return reading.report(ended().orElseGet(clock::instant));
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
        return reading.lost() == 0
                ? Optional.empty()
                : Optional.of("some output of this start could not be stored, and what it told is missing here");
    }
}
