package dev.brummer.insight.fact;

import dev.brummer.insight.name.NameBook;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.host.NeedleScan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the facts of a session. Parsers run on a thread of their own, while the caller may {@link #mark} what comes next:
 * one that does not come back is given up together with its thread, and another thread goes on behind the line with which
 * it is busy. For one thread.
 */
public final class FactSearch {
    private static final int LOOKS = 4;

    private final ParserSet parsers;
    private final NeedleScan scan;
    private final ParserTrouble trouble;
    private final Supplier<ExecutorService> threads;
    private final Duration patience;
    private FactFinder finder;
    private ExecutorService thread;
    private List<MarkedLines.Batch> left = List.of();
    private Findings findings = new Findings();
    private @Nullable Future<?> search;

    /**
     * @param names what services go by
     * @param threads makes executors with one thread each, which keeps nobody from ending
     * @param patience how long a parser may take over a line
     */
    public FactSearch(
            List<ParserKind> kinds,
            NameBook names,
            ParserTrouble trouble,
            Supplier<ExecutorService> threads,
            Duration patience) {
        this.parsers = new ParserSet(kinds, trouble);
        this.scan = new NeedleScan(parsers.needles());
        this.trouble = trouble;
        this.threads = threads;
        this.patience = patience;
        this.finder = new FactFinder(parsers, names);
        this.thread = threads.get();
    }

    /**
     * The facts in batches of lines, for a caller who has nothing else to do meanwhile.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public List<FoundFact> find(List<LogBatch> batches) throws InterruptedException {
        begin(mark(batches));
        return found();
    }

    /** Has services go by other names in what is begun next; what they call themselves is learned anew. */
    public void name(NameBook names) {
        finder = finder.renamed(names);
    }

    /** Marks what parsers are to see. */
    public MarkedLines mark(List<LogBatch> batches) {
        return MarkedLines.of(batches, scan);
    }

    /**
     * Begins to show parsers what is marked for them, once what was found before has been asked for.
     *
     * @param lines which come in the order of the journal
     */
    public void begin(MarkedLines lines) {
        left = lines.batches();
        begin(0);
    }

    /**
     * The facts in what was begun last, when all of it has been seen; their own sequence numbers are 0.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public List<FoundFact> found() throws InterruptedException {
        List<FoundFact> found = new ArrayList<>();
        for (Future<?> begun = search; begun != null; begun = search) {
            FactFinder.Call stuck = await(begun);
            found.addAll(findings.close());
            search = null;
            if (stuck != null) {
                giveUp(stuck);
            }
        }
        return found;
    }

    private void begin(int line) {
        FactFinder now = finder;
        List<MarkedLines.Batch> batches = left;
        Findings into = new Findings();
        findings = into;
        search = thread.submit(() -> {
            int from = line;
            for (MarkedLines.Batch batch : batches) {
                if (into.isClosed()) {
                    // It was given up, and another thread is at work in its place.
                    return;
                }
                now.find(batch, from, into);
                from = 0;
            }
        });
    }

    /** The question that keeps a parser busy for too long; null if all is done. */
    private FactFinder.@Nullable Call await(Future<?> search) throws InterruptedException {
        FactFinder.Call seen = null;
        int looks = 0;
        while (true) {
            try {
                search.get(patience.toNanos() / LOOKS, TimeUnit.NANOSECONDS);
                return null;
            } catch (ExecutionException e) {
                throw new IllegalStateException("looking for facts", e.getCause());
            } catch (TimeoutException e) {
                FactFinder.Call now = finder.call();
                looks = now != null && now == seen ? looks + 1 : 0;
                seen = now;
                if (looks == LOOKS) {
                    return now;
                }
            }
        }
    }

    private void giveUp(FactFinder.Call stuck) {
        parsers.abandon(stuck.kind());
        thread.shutdownNow();
        thread = threads.get();
        finder = finder.successor();
        trouble.hangs(parsers.id(stuck.kind()), stuck.place(), patience);
        while (left.getFirst().lines() != stuck.batch()) {
            left = left.subList(1, left.size());
        }
        begin(stuck.line() + 1);
    }

    /** Ends its thread. */
    public void end() {
        thread.shutdownNow();
    }
}
