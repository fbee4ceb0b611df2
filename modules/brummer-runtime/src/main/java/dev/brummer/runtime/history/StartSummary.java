package dev.brummer.runtime.history;

import dev.brummer.logs.JournalReader;
import dev.brummer.logs.StartEnd;
import dev.brummer.logs.query.BoundQuery;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What became of a start.
 *
 * @param begin empty where its folder does not say so
 * @param end when it ended, or, where it could not say so, when the last thing was kept of it; empty while it runs
 * @param exit the exit code of {@code brum}; empty while it runs, and where it could not say
 * @param lines how many lines are kept
 * @param errors how many of them, traces counted as one, are errors
 */
public record StartSummary(
        Start start, Optional<Instant> begin, Optional<Instant> end, OptionalInt exit, long lines, long errors) {

    /**
     * Reads the journal of a start.
     *
     * @param isError means errors
     * @throws IOException if it cannot be read
     */
    public static StartSummary of(Start start, Archive archive, BoundQuery isError) throws IOException {
        AtomicLong errors = new AtomicLong();
        archive.forEach(isError, _ -> errors.incrementAndGet());
        JournalReader reader = archive.reader();
        Optional<StartEnd> end = reader.end();
        return new StartSummary(
                start,
                reader.begin(),
                start.running() ? Optional.empty() : end.map(StartEnd::time).or(reader::newest),
                end.map(known -> OptionalInt.of(known.exit())).orElse(OptionalInt.empty()),
                reader.countLines(),
                errors.get());
    }
}
