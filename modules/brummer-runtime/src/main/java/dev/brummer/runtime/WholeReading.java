package dev.brummer.runtime;

import dev.brummer.logs.JournalCursor;
import dev.brummer.process.DaemonThreads;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Gives a sink everything, with the levels of its lines. While much is left to read, a second thread reads the next part
 * beside the sink's own work.
 */
final class WholeReading implements SinkReading {
    private static final int READ_AT_ONCE = 512 * 1024;
    private static final int MUCH = READ_AT_ONCE / 2;

    private final String kind;
    private final JournalCursor cursor;
    private final @Nullable Rooms rooms;
    private long given = 1;
    private @Nullable ExecutorService beside;
    private @Nullable Future<List<JournalEntry>> ahead;

    /** @param kept whether the sink may look at entries after it has been given others */
    WholeReading(String kind, JournalCursor cursor, boolean kept) {
        this.kind = kind;
        this.cursor = cursor;
        this.rooms = kept ? null : new Rooms();
    }

    @Override
    public List<JournalEntry> next() throws IOException {
        Future<List<JournalEntry>> begun = ahead;
        List<JournalEntry> entries = begun == null ? read() : result(begun);
        given = cursor.sequence();
        ahead = isMuch(entries) ? beside().submit(this::read) : null;
        return entries;
    }

    private List<JournalEntry> read() throws IOException {
        List<JournalEntry> entries = entries();
        for (JournalEntry entry : entries) {
            if (entry instanceof LogBatch batch) {
                batch.findLevels();
            }
        }
        return entries;
    }

    private List<JournalEntry> entries() throws IOException {
        if (rooms == null) {
            return cursor.next(READ_AT_ONCE);
        }
        List<JournalEntry> entries = cursor.next(rooms.next());
        if (!entries.isEmpty()) {
            rooms.turn();
        }
        return entries;
    }

    /** The batches of one read share their bytes, where they stand one behind the other. */
    private static boolean isMuch(List<JournalEntry> entries) {
        return !entries.isEmpty() && entries.getLast() instanceof LogBatch batch && end(batch) >= MUCH;
    }

    private static int end(LogBatch batch) {
        int last = batch.size() - 1;
        return batch.offset(last) + batch.length(last);
    }

    private ExecutorService beside() {
        ExecutorService made = beside;
        if (made == null) {
            made = Executors.newSingleThreadExecutor(DaemonThreads.factory("ahead-" + kind));
            beside = made;
        }
        return made;
    }

    private static List<JournalEntry> result(Future<List<JournalEntry>> begun) throws IOException {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException("reading ahead", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a sink", e);
        }
    }

    @Override
    public long sequence() {
        return given;
    }

    @Override
    public void end() {
        if (beside != null) {
            beside.shutdown();
        }
    }
}
