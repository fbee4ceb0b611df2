package dev.brummer.runtime.history;

import dev.brummer.insight.view.Report;
import dev.brummer.insight.view.View;
import dev.brummer.logs.JournalCursor;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Shows a view the facts that a cursor comes upon. For one thread. */
public final class FactReading<R extends Report<R>> implements Following.Taker {
    private static final int READ_AT_ONCE = 512 << 10;

    private final View<R> view;
    private final JournalCursor cursor;
    private long lost;

    /** @param cursor over facts and gaps */
    public FactReading(View<R> view, JournalCursor cursor) {
        this.view = view;
        this.cursor = cursor;
    }

    /** Where the next facts come from. */
    public JournalCursor cursor() {
        return cursor;
    }

    /**
     * Reads what there is.
     *
     * @throws IOException if the journal cannot be read
     */
    public void readAll() throws IOException {
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

    /** How many records could not be stored, as far as it was read. */
    public long lost() {
        return lost;
    }

    /** What the view knows at a time. */
    public R report(Instant now) {
        return view.report(now);
    }
}
