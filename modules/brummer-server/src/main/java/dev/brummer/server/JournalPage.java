package dev.brummer.server;

import dev.brummer.insight.name.Attribution;
import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Unit;
import dev.brummer.runtime.history.LiveJournal;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.text.FrameBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest of a journal, as much of it as was asked for and fits into one answer. It is collected from the end on, a
 * little at a time, so that it takes bounded memory. For one thread.
 */
final class JournalPage {
    private static final int MOST_BYTES = 4 << 20;
    private static final int AT_ONCE = 50;
    private static final int READ_AT_ONCE = 64 << 10;

    private final LiveJournal journal;
    private final EntryJson json = new EntryJson();
    private final Attribution attribution;
    private final TreeMap<Long, byte[]> objects = new TreeMap<>();
    private final long last;
    private long first;
    private long bytes;

    /** @param before only what has a lower number */
    JournalPage(LiveJournal journal, long before) throws IOException {
        this.journal = journal;
        this.attribution = journal.attribution();
        this.last = journal.lastSequence();
        this.first = Math.max(1, Math.min(before, last + 1));
    }

    /** Collects entries of every kind, by their numbers. */
    JournalPage everything(int limit) throws IOException {
        long end = Math.max(1, first - limit);
        while (first > end && bytes < MOST_BYTES) {
            long from = Math.max(end, first - AT_ONCE);
            addAll(from, first);
            first = from;
        }
        return this;
    }

    private void addAll(long from, long before) throws IOException {
        JournalCursor cursor = journal.cursor(from);
        while (cursor.sequence() < before) {
            List<JournalEntry> entries = cursor.next(READ_AT_ONCE);
            if (entries.isEmpty()) {
                return;
            }
            for (JournalEntry entry : entries) {
                if (entry.sequence() < before) {
                    add(entry instanceof LogBatch batch ? until(batch, before) : entry);
                }
            }
        }
    }

    private static LogBatch until(LogBatch batch, long before) {
        return batch.lines(0, (int) Math.min(batch.size(), before - batch.sequence()));
    }

    /** Collects the lines of units that a query means. */
    JournalPage meant(BoundQuery query, int limit) throws IOException {
        int left = limit;
        while (left > 0 && first > 1 && bytes < MOST_BYTES) {
            List<Unit> units = journal.past().newest(query, Math.min(left, AT_ONCE), first);
            for (Unit unit : units) {
                for (LogBatch piece : unit.pieces()) {
                    add(piece);
                }
            }
            first = units.isEmpty() ? 1 : units.getFirst().sequence();
            left -= Math.max(1, units.size());
        }
        return this;
    }

    private void add(JournalEntry entry) throws IOException {
        json.each(attribution.of(entry), (number, object, length) -> {
            objects.put(number, Arrays.copyOf(object, length));
            bytes += length;
        });
    }

    /** One object: the entries, oldest first, and the numbers by which to ask for more. */
    String written() {
        FrameBuffer page = new FrameBuffer((int) bytes + 1024).add("{\"first\":" + first + ",\"last\":" + last);
        page.add(",\"entries\":[");
        String separator = "";
        for (Map.Entry<Long, byte[]> object : objects.entrySet()) {
            page.add(separator).add(object.getValue());
            separator = ",";
        }
        page.add("]}");
        return new String(page.array(), 0, page.size(), StandardCharsets.UTF_8);
    }
}
