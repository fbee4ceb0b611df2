package dev.brummer.runtime.history;

import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.JournalReader;
import dev.brummer.logs.UnitFilter;
import dev.brummer.runtime.folder.FleetLock;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.OutputSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands on what another process writes into the journal, until that start of Brummer has ended or nobody wants more. It
 * reads at the pace of whoever takes it, and holds nothing back. For one thread, but for {@link #stop}.
 */
public final class Following {
    private static final int READ_AT_ONCE = 512 << 10;

    /** Nobody sees a hundredth of a second, and a look at the file's size costs microseconds. */
    private static final Duration LOOK = Duration.ofMillis(10);

    /** How many looks in vain before it is asked whether anybody is still there to write. */
    private static final int LOOKS = 50;

    private final JournalReader reader;
    private final Path own;
    private final UnitFilter filter;
    private final boolean gaps;
    private volatile boolean stopped;

    /**
     * @param own {@code .brummer} of the project
     * @param gaps whether gaps are handed on beside lines
     */
    public Following(JournalReader reader, Path own, UnitFilter filter, boolean gaps) {
        this.reader = reader;
        this.own = own;
        this.filter = filter;
        this.gaps = gaps;
    }

    /** Ends it soon. May be called by any thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * Follows from an entry on.
     *
     * @throws IOException if the journal cannot be read, or the sink cannot write
     */
    public void run(long from, OutputSink sink) throws IOException {
        JournalCursor cursor = reader.cursor(from);
        int inVain = 0;
        while (!stopped) {
            List<JournalEntry> entries = cursor.next(READ_AT_ONCE);
            if (!entries.isEmpty()) {
                hand(entries, sink);
                inVain = 0;
            } else if (!reader.refresh()) {
                sink.flush();
                if (hasEnded(++inVain)) {
                    return;
                }
                LockSupport.parkNanos(this, LOOK.toNanos());
            }
        }
    }

    private boolean hasEnded(int inVain) throws IOException {
        if (reader.end().isPresent()) {
            return true;
        }
        // What came between the last look and the end is read before it is believed.
        return inVain % LOOKS == 0 && !FleetLock.isHeld(own) && !reader.refresh();
    }

    private void hand(List<JournalEntry> entries, OutputSink sink) throws IOException {
        List<JournalEntry> picked = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof LogBatch batch) {
                picked.addAll(filter.pick(batch));
            } else if (gaps && entry instanceof Gap) {
                picked.add(entry);
            }
        }
        if (!picked.isEmpty()) {
            sink.accept(picked);
        }
    }
}
