package dev.brummer.runtime;

import dev.brummer.insight.scan.PlainText;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalCursor;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The end of what a run wrote. */
final class LastLines {
    private static final int WIDEST = 300;
    private static final int READ_AT_ONCE = 1024 * 1024;

    private LastLines() {}

    /**
     * The last {@code count} lines of a run, oldest first.
     *
     * @throws IOException if the journal cannot be read
     */
    static List<String> of(Journal journal, InstanceId instance, int run, int count) throws IOException {
        JournalCursor cursor = journal.cursor(instance, run);
        Deque<String> last = new ArrayDeque<>();
        for (List<JournalEntry> read = cursor.next(READ_AT_ONCE); !read.isEmpty(); read = cursor.next(READ_AT_ONCE)) {
            for (JournalEntry entry : read) {
                if (entry instanceof LogBatch batch) {
                    keep(batch, last, count);
                }
            }
        }
        return List.copyOf(last);
    }

    private static void keep(LogBatch batch, Deque<String> last, int count) {
        for (int line = Math.max(0, batch.size() - count); line < batch.size(); line++) {
            String text = PlainText.of(batch.bytes(), batch.offset(line), batch.length(line));
            last.addLast(text.length() > WIDEST ? text.substring(0, WIDEST) + "…" : text);
            if (last.size() > count) {
                last.removeFirst();
            }
        }
    }
}
