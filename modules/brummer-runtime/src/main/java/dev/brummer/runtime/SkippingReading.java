package dev.brummer.runtime;

import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalCursor;
import dev.brummer.spi.JournalEntry;
import java.io.IOException;
import java.util.List;

/**
 * Gives a terminal what a person can still follow: where it falls far behind, the records in between are left out, and
 * a gap says how many. State changes and notices are never left out.
 */
final class SkippingReading implements SinkReading {
    private static final int READ_AT_ONCE = 64 * 1024;
    private static final int MOST_BEHIND = 10_000;
    private static final int STILL_SHOWN = 1_000;
    private static final String REASON = "skipped here; `brum logs` has them all";

    private final Journal journal;
    private final JournalCursor cursor;

    SkippingReading(Journal journal, JournalCursor cursor) {
        this.journal = journal;
        this.cursor = cursor;
    }

    @Override
    public List<JournalEntry> next() throws IOException {
        long end = journal.lastSequence() + 1;
        if (end - cursor.sequence() > MOST_BEHIND) {
            List<JournalEntry> passed = cursor.skipTo(end - STILL_SHOWN, REASON);
            if (!passed.isEmpty()) {
                return passed;
            }
        }
        return cursor.next(READ_AT_ONCE);
    }

    @Override
    public long sequence() {
        return cursor.sequence();
    }

    @Override
    public void end() {
        // It holds nothing.
    }
}
