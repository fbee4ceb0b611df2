package dev.brummer.cli;

import dev.brummer.logs.JournalCursor;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Starts;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.Notice;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;

/** What a fleet that has ended by itself said at its end. */
final class LastWords {
    private static final int READ_AT_ONCE = 256 << 10;

    /** What follows the last output of a fleet is short. */
    private static final long LOOKED_AT = 2000;

    private final RunningFleet running;

    @Inject
    LastWords(RunningFleet running) {
        this.running = running;
    }

    /**
     * Tells why it ended.
     *
     * @return the exit code it ended with
     */
    ExitCode tell() {
        try {
            Starts starts = Starts.in(running.own());
            try (Archive archive = Archive.open(starts.newest())) {
                long end = archive.end();
                JournalCursor cursor = archive.reader().cursor(Math.max(1, end - LOOKED_AT));
                for (List<JournalEntry> entries = cursor.next(READ_AT_ONCE);
                        !entries.isEmpty();
                        entries = cursor.next(READ_AT_ONCE)) {
                    entries.forEach(this::tell);
                }
                return archive.reader().end().map(last -> ExitCode.of(last.exit())).orElse(ExitCode.FAILED);
            }
        } catch (IOException e) {
            running.terminal().complain("brum: why the fleet ended cannot be read: " + e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private void tell(JournalEntry entry) {
        if (entry instanceof Notice notice && notice.level() == Level.ERROR) {
            running.terminal().complain("brum: " + notice.text());
        }
    }
}
