package dev.brummer.runtime;

import dev.brummer.insight.fact.FactSearch;
import dev.brummer.insight.fact.Highlights;
import dev.brummer.insight.fact.MarkedLines;
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
    // Whoever waits for facts waits for a person or a check: lines are looked at a few at a time.
    private static final Duration APART = Duration.ofMillis(5);

    private final Journal journal;
    private final JournalCursor cursor;
    private final Supplier<FactSearch> maker;
    private final Highlights highlights = new Highlights();
    private final Listener listener;
    private final BugReports bugs;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Rooms rooms = new Rooms();
    private final AtomicReference<@Nullable Supplier<NameBook>> names = new AtomicReference<>();
    private volatile boolean ending;

    /** Told of what is read and found, by the thread of the pump; must not block. */
    interface Listener {
        /** @param lines good until it returns */
        void read(List<LogBatch> lines);

        void found(List<FoundFact> facts);
    }

    /** @param maker makes the search, on the thread that uses it */
    FactPump(Journal journal, Supplier<FactSearch> maker, Listener listener, BugReports bugs) {
        this.journal = journal;
        this.cursor = journal.lines(1);
        cursor.awakeEvery(APART);
        this.maker = maker;
        this.listener = listener;
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
            for (MarkedLines lines = search.mark(first); !lines.isEmpty(); ) {
                rename(search);
                search.begin(lines);
                lines = search.mark(next());
                keep(search.found());
                if (lines.isEmpty()) {
                    lines = search.mark(await());
                }
            }
        } finally {
            search.end();
        }
    }

    private void rename(FactSearch search) {
        Supplier<NameBook> renamed = names.getAndSet(null);
        if (renamed != null) {
            search.name(renamed.get());
        }
    }

    /** The next lines, once there are some; empty at the end. */
    private List<LogBatch> await() throws IOException, InterruptedException {
        while (true) {
            // In this order: all that is there is there before it is to end.
            boolean all = ending;
            List<LogBatch> lines = next();
            if (all || !lines.isEmpty()) {
                return lines;
            }
            boolean ignored = cursor.awaitMore(LOOK_UP);
        }
    }

    /** The next lines; empty where there are none yet. Those before stay good until the lines after these are asked for. */
    private List<LogBatch> next() throws IOException {
        List<LogBatch> lines = new ArrayList<>();
        for (JournalEntry entry : cursor.next(rooms.next())) {
            if (entry instanceof LogBatch batch) {
                lines.add(batch);
            }
        }
        if (!lines.isEmpty()) {
            listener.read(lines);
            rooms.turn();
        }
        return lines;
    }

    private void keep(List<FoundFact> found) {
        if (found.isEmpty()) {
            return;
        }
        long ignored = journal.found(found);
        listener.found(found);
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

    /** Lets it end, if it was started, once it has seen everything that is in the journal by now. */
    void end() {
        ending = true;
        cursor.disturb();
    }

    /** Completes when it has ended. */
    CompletableFuture<Void> done() {
        return done;
    }
}
