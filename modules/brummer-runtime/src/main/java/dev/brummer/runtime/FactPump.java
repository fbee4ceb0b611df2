package dev.brummer.runtime;

import dev.brummer.insight.fact.FactSearch;
import dev.brummer.insight.fact.Highlights;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalCursor;
import dev.brummer.process.DaemonThreads;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for facts in what services write, behind everybody's back: it reads the journal at its own pace, on a thread of
 * its own, and puts what it finds into the journal too.
 */
final class FactPump {
    private static final Duration LOOK_UP = Duration.ofMinutes(1);
    private static final int READ_AT_ONCE = 512 * 1024;

    private final Journal journal;
    private final JournalCursor cursor;
    private final Supplier<FactSearch> maker;
    private final Highlights highlights = new Highlights();
    private final BugReports bugs;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicReference<@Nullable Supplier<NameBook>> names = new AtomicReference<>();
    private volatile long last = Long.MAX_VALUE;

    /** @param maker makes the search, on the thread that uses it */
    FactPump(Journal journal, Supplier<FactSearch> maker, BugReports bugs) {
        this.journal = journal;
        this.cursor = journal.cursor(1);
        this.maker = maker;
        this.bugs = bugs;
    }

    void start() {
        try {
            DaemonThreads.start("facts", this::run);
        } catch (RuntimeException | Error e) {
            done.complete(null);
            throw e;
        }
    }

    private void run() {
        try {
            List<LogBatch> first = await();
            if (!first.isEmpty()) {
                // Not before the first line: what it takes would be in the way of the first service.
                pump(maker.get(), first);
            }
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            bugs.broke("looking for facts", e);
        } finally {
            done.complete(null);
        }
    }

    private void pump(FactSearch search, List<LogBatch> first) throws IOException, InterruptedException {
        try {
            for (List<LogBatch> lines = first; !lines.isEmpty(); lines = await()) {
                Supplier<NameBook> renamed = names.getAndSet(null);
                if (renamed != null) {
                    search.name(renamed.get());
                }
                keep(search.find(lines));
            }
        } finally {
            search.end();
        }
    }

    /** The next lines, once there are some; empty at the end. */
    private List<LogBatch> await() throws IOException, InterruptedException {
        List<LogBatch> lines = next();
        while (lines.isEmpty() && cursor.sequence() <= last) {
            boolean ignored = cursor.awaitMore(LOOK_UP);
            lines = next();
        }
        return lines;
    }

    /** The next lines; empty where there are none yet. */
    private List<LogBatch> next() throws IOException {
        List<LogBatch> lines = new ArrayList<>();
        List<JournalEntry> entries;
        do {
            entries = cursor.next(READ_AT_ONCE);
            for (JournalEntry entry : entries) {
                if (entry instanceof LogBatch batch) {
                    lines.add(batch);
                }
            }
        } while (lines.isEmpty() && !entries.isEmpty());
        return lines;
    }

    private void keep(List<FoundFact> found) {
        if (found.isEmpty()) {
            return;
        }
        long ignored = journal.found(found);
        for (FoundFact fact : found) {
            highlights.of(fact).ifPresent(this::say);
        }
    }

    private void say(Highlights.Highlight highlight) {
        long ignored = journal.notice(highlight.level(), highlight.text());
    }

    /** Has services go by other names from about now on; they are looked up when the next lines come. */
    void name(Supplier<NameBook> services) {
        names.set(services);
    }

    /** Lets it end, if it was started, once it has seen everything up to {@code sequence}. */
    void endAfter(long sequence) {
        last = sequence;
        cursor.disturb();
    }

    /** Completes when it has ended. */
    CompletableFuture<Void> done() {
        return done;
    }
}
