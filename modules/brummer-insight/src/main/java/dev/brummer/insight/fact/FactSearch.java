package dev.brummer.insight.fact;

import dev.brummer.insight.name.NameBook;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.LogBatch;
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
 * Finds the facts of a session. Parsers run on a thread of their own: one that does not come back is given up together
 * with its thread, and another thread goes on behind the line with which it is busy. For one thread.
 */
public final class FactSearch {
    private static final int LOOKS = 4;

    private final ParserSet parsers;
    private final List<List<String>> needles;
    private final ParserTrouble trouble;
    private final Supplier<ExecutorService> threads;
    private final Duration patience;
    private FactFinder finder;
    private ExecutorService thread;

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
        this.needles = parsers.needles();
        this.trouble = trouble;
        this.threads = threads;
        this.patience = patience;
        this.finder = new FactFinder(parsers, needles, names);
        this.thread = threads.get();
    }

    /**
     * The facts in batches of lines, which come in the order of the journal; their own sequence numbers are 0.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public List<FoundFact> find(List<LogBatch> batches) throws InterruptedException {
        List<FoundFact> found = new ArrayList<>();
        List<LogBatch> left = batches;
        int line = 0;
        while (true) {
            Findings findings = new Findings();
            FactFinder.Call stuck = await(begin(left, line, findings));
            found.addAll(findings.close());
            if (stuck == null) {
                return found;
            }
            giveUp(stuck);
            left = left.subList(left.indexOf(stuck.batch()), left.size());
            line = stuck.line() + 1;
        }
    }

    /** Has services go by other names from the next line on; what they call themselves is learned anew. */
    public void name(NameBook names) {
        finder = finder.renamed(needles, names);
    }

    private Future<?> begin(List<LogBatch> batches, int line, Findings findings) {
        FactFinder now = finder;
        return thread.submit(() -> {
            int from = line;
            for (LogBatch batch : batches) {
                if (findings.isClosed()) {
                    // It was given up, and another thread is at work in its place.
                    return;
                }
                now.find(batch, from, findings);
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
        finder = finder.successor(needles);
        trouble.hangs(parsers.id(stuck.kind()), stuck.place(), patience);
    }

    /** Ends its thread. */
    public void end() {
        thread.shutdownNow();
    }
}
