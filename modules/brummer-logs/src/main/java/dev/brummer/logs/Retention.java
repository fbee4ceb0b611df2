package dev.brummer.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Removes the oldest starts, then the oldest segments of the current start, until the rest is within the bounds. */
final class Retention {
    private final Path journal;
    private final StartFolder current;
    private final JournalSettings settings;

    Retention(Path journal, StartFolder current, JournalSettings settings) {
        this.journal = journal;
        this.current = current;
        this.settings = settings;
    }

    /** Applies the bounds to earlier starts and returns how many bytes are left of them. */
    long removeEarlierStarts(long currentBytes) throws IOException {
        List<StartFolder> earlier = new ArrayList<>(StartFolder.all(journal));
        earlier.remove(current);
        while (earlier.size() >= settings.retainStarts()) {
            remove(earlier.removeFirst());
        }
        return removeUntilWithin(earlier, settings.retainBytes() - currentBytes);
    }

    private static long removeUntilWithin(List<StartFolder> earlier, long bound) throws IOException {
        long total = 0;
        for (StartFolder start : earlier) {
            total += size(start);
        }
        for (StartFolder start : earlier) {
            if (total > bound) {
                total -= size(start);
                remove(start);
            }
        }
        return total;
    }

    private static long size(StartFolder start) throws IOException {
        long total = 0;
        for (Path segment : start.segments()) {
            try {
                total += Files.size(segment);
            } catch (NoSuchFileException e) {
                // Somebody else removed it: it takes no room.
                continue;
            }
        }
        return total;
    }

    private static void remove(StartFolder start) throws IOException {
        for (Path segment : start.segments()) {
            Files.deleteIfExists(segment);
        }
        try {
            Files.deleteIfExists(start.path());
        } catch (java.nio.file.DirectoryNotEmptyException e) {
            // Something that is not the journal's lies in it, and stays.
            return;
        }
    }
}
