package dev.brummer.logs;

import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens while nothing can be stored. Records are only counted; state changes and notices are few and are kept,
 * as many as fit, so that views still show them and the journal has them in place once storing resumes. Guarded by the
 * journal's lock.
 */
final class Outage {
    private static final int KEPT = 1000;
    private static final long RETRY_MICROS = 250_000;

    private final String reason;
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private long tried;
    private boolean grows;

    Outage(String reason, long micros) {
        this.reason = reason;
        this.tried = micros;
    }

    /** Whether it is time to try again; if so, the next time is later. */
    boolean isRetryDue(long micros) {
        long since = micros - tried;
        if (since >= 0 && since < RETRY_MICROS) {
            return false;
        }
        tried = micros;
        return true;
    }

    /** Accounts for what cannot be stored. */
    void add(Frame frame, long sequence, Instant time) {
        JournalEntry entry = entries.size() < KEPT ? frame.keepable(sequence, time) : null;
        if (entry != null) {
            entries.add(entry);
        } else if (grows && entries.peekLast() instanceof Gap(long first, Instant since, long lost, String _)) {
            entries.removeLast();
            entries.add(new Gap(first, since, lost + frame.records(), reason));
        } else {
            entries.add(new Gap(sequence, time, frame.records(), reason));
            grows = true;
        }
    }

    /** Ends a gap that may still grow: what is lost from now on is another one. */
    void settle() {
        grows = false;
    }

    /** The oldest entry that is not stored yet. */
    @Nullable JournalEntry oldest() {
        return entries.peekFirst();
    }

    /** Drops the oldest entry: it is stored now. */
    void stored() {
        entries.removeFirst();
    }

    /** All that is not stored yet. */
    List<JournalEntry> entries() {
        return new ArrayList<>(entries);
    }

    /** The same without a gap that may still grow: told one by one, lost lines would flood whoever watches. */
    List<JournalEntry> settled() {
        List<JournalEntry> settled = entries();
        if (grows && !settled.isEmpty() && settled.getLast() instanceof Gap) {
            settled.removeLast();
        }
        return settled;
    }
}
