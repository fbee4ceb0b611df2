package dev.brummer.runtime.history;

import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.JournalReader;
import dev.brummer.runtime.folder.FleetLock;
import dev.brummer.spi.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands on what another process writes into the journal, until that start of Brummer has ended or nobody wants more. It
 * reads at the pace of whoever takes it, and holds nothing back. For one thread, but for {@link #stop}.
 */
public final class Following {
    private static final int READ_AT_ONCE = 512 << 10;

    /** A look at the file's size costs microseconds. */
    private static final Duration LOOK = Duration.ofMillis(2);

    /** Where nothing has come for so many looks; nobody sees a hundredth of a second. */
    private static final int LATELY = 100;

    private static final Duration SLOW_LOOK = Duration.ofMillis(10);

    /** How many looks in vain before it is asked whether anybody is still there to write. */
    private static final int LOOKS = 50;

    private final JournalReader reader;
    private final Path own;
    private volatile boolean stopped;

    /** Takes what is followed. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes the next entries; called at least every hundredth of a second.
         *
         * @param entries empty where there are none yet
         * @throws IOException if they cannot be shown
         */
        void take(List<JournalEntry> entries) throws IOException;
    }

    /** @param own {@code .brummer} of the project */
    public Following(JournalReader reader, Path own) {
        this.reader = reader;
        this.own = own;
    }

    /** Ends it soon. May be called by any thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * Follows from a cursor on.
     *
     * @param cursor of the same journal
     * @throws IOException if the journal cannot be read, or the taker cannot show it
     */
    public void run(JournalCursor cursor, Taker taker) throws IOException {
        int inVain = 0;
        while (!stopped) {
            List<JournalEntry> entries = cursor.next(READ_AT_ONCE);
            taker.take(entries);
            if (!entries.isEmpty()) {
                inVain = 0;
            } else if (!reader.refresh()) {
                if (hasEnded(++inVain)) {
                    return;
                }
                LockSupport.parkNanos(this, (inVain < LATELY ? LOOK : SLOW_LOOK).toNanos());
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
}
