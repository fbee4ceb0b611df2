package dev.brummer.logs;

import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import java.util.List;

/** What a cursor reads: the journal of the current start, or that of a finished one. */
interface Feed {
    /** The oldest segment that is still there. */
    Segment oldest();

    /** Behind the last entry. */
    Position tail();

    /** Entries that could not be stored yet, in order. */
    List<JournalEntry> unstored();

    /** Whether entries may still come. */
    boolean isOpen();

    Waiters waiters();

    LogBatch.LevelReader levels();

    /** Whether bodies are compared with their checksums: not where this process wrote them itself. */
    boolean verifies();
}
