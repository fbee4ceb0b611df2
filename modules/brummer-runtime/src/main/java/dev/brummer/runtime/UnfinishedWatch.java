package dev.brummer.runtime;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.SlowQueryException;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.LogBatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells of the lines that have begun and not ended. Those of a moment ago are not worth a look: nearly all of them are
 * what one read has brought of a line whose rest is on its way. For one thread.
 */
final class UnfinishedWatch {
    private static final Duration MOMENT = Duration.ofMillis(300);
    // The filters may have changed.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final UnfinishedSource lines;
    private final Supplier<BoundQuery> seen;
    private final InstantSource time;
    private final Consumer<List<LogBatch>> watcher;
    private boolean told;

    /** @param seen what the filters mean at the moment */
    UnfinishedWatch(
            UnfinishedSource lines,
            Supplier<BoundQuery> seen,
            InstantSource time,
            Consumer<List<LogBatch>> watcher) {
        this.lines = lines;
        this.seen = seen;
        this.time = time;
        this.watcher = watcher;
    }

    /** Returns when nothing changes any more. */
    void run() {
        try {
            for (Duration patience = LATER; lines.await(patience); ) {
                patience = look();
            }
            Duration ignored = look();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a watch", e);
        }
    }

    /** Tells what there is, and returns when to look again though nothing has changed. */
    Duration look() {
        Instant old = time.instant().minus(MOMENT);
        List<LogBatch> all = lines.all();
        List<LogBatch> standing = all.stream()
                .filter(line -> !line.time().isAfter(old) && isSeen(line))
                .toList();
        if (told || !standing.isEmpty()) {
            told = !standing.isEmpty();
            watcher.accept(standing);
        }
        if (all.isEmpty()) {
            return LATER;
        }
        return all.stream().anyMatch(line -> line.time().isAfter(old)) ? MOMENT : LOOK_AGAIN;
    }

    private boolean isSeen(LogBatch line) {
        BoundQuery query = seen.get();
        try {
            return query.mayMatch(line.instance(), line.run(), line.stream()) && query.matches(Unit.line(line, 0));
        } catch (SlowQueryException e) {
            // The stream shows everything then, and says why.
            return true;
        }
    }
}
