package dev.brummer.runtime;

import dev.brummer.insight.name.Attribution;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalCursor;
import dev.brummer.process.DaemonThreads;
import dev.brummer.runtime.plugins.PluginBrokeException;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.spi.JournalEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens one sink and hands the journal to it, at the sink's own pace, on a thread of its own. */
final class SinkPump {
    // For the second flush, after which a sink holds nothing back.
    private static final Duration SOON = Duration.ofSeconds(1);
    // What comes wakes it, and its end does.
    private static final Duration LATER = Duration.ofMinutes(1);
    // Lines of many services come one by one: so they are drawn a few at a time, and nobody sees how late.
    private static final Duration APART = Duration.ofMillis(2);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Sinks.Planned plan;
    private final SinkCalls sink;
    private final JournalCursor cursor;
    private final StreamLens lens;
    private final Attribution attribution;
    private final Journal journal;
    private final Listener listener;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    // Written once, by the thread that ends the session, before it wakes this sink's thread.
    private volatile long last = Long.MAX_VALUE;
    private volatile boolean left;

    /** Told when a sink is lost; by the sink's thread. */
    interface Listener {
        /** It cannot write any more. */
        void broken(Sinks.Planned plan, String why);

        /** Nothing can be written at all. */
        void unopened(Sinks.Planned plan, String why);
    }

    /** @param attribution says of lines whose they are, where that is another service than the one that wrote them */
    SinkPump(
            Sinks.Planned plan,
            Journal journal,
            StreamLens lens,
            Attribution attribution,
            PluginGuard guard,
            Listener listener) {
        this.plan = plan;
        this.sink = new SinkCalls(plan, guard);
        this.cursor = journal.cursor(1);
        cursor.awakeEvery(APART);
        this.lens = lens;
        this.attribution = attribution;
        this.journal = journal;
        this.listener = listener;
    }

    Sinks.Planned plan() {
        return plan;
    }

    void start() {
        DaemonThreads.start("sink-" + plan.id(), () -> {
            try {
                serve();
            } finally {
                done.complete(null);
            }
        });
    }

    private void serve() {
        if (opened()) {
            boolean whole = survives(this::pump);
            // Whatever has become of it: what it holds is to be let go of, and one complaint is enough.
            boolean ignored = whole ? survives(sink::close) : closed();
        }
    }

    private boolean opened() {
        try {
            sink.open();
            return true;
        } catch (IOException | PluginBrokeException e) {
            lost(() -> listener.unopened(plan, words(e)));
        } catch (InterruptedException e) {
            lost(() -> listener.unopened(plan, "interrupted"));
        }
        return false;
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException, InterruptedException, PluginBrokeException;
    }

    private boolean survives(Step step) {
        try {
            step.take();
            return true;
        } catch (IOException | PluginBrokeException e) {
            lost(() -> listener.broken(plan, words(e)));
        } catch (InterruptedException e) {
            lost(() -> listener.broken(plan, "interrupted"));
        } catch (RuntimeException | Error e) {
            lost(() -> listener.broken(plan, "brum itself broke: " + e));
        }
        return false;
    }

    private void lost(Runnable complaint) {
        if (!left) {
            complaint.run();
        }
    }

    private boolean closed() {
        try {
            sink.close();
            return true;
        } catch (IOException | InterruptedException | PluginBrokeException e) {
            return false;
        }
    }

    private static String words(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private void pump() throws IOException, InterruptedException, PluginBrokeException {
        SinkReading reading = plan.maySkip()
                ? new SkippingReading(journal, cursor)
                : new WholeReading(plan.id(), cursor, sink.keepsEntries());
        try {
            pump(reading);
        } finally {
            reading.end();
        }
    }

    private void pump(SinkReading reading) throws IOException, InterruptedException, PluginBrokeException {
        // Once it was left, its thread may be interrupted, which would close the files of the journal for all.
        boolean flushed = false;
        while (!left) {
            if (lens.isMoved()) {
                sink.accept(attribution.of(lens.refocus(reading.sequence())));
            }
            List<JournalEntry> entries = reading.next();
            if (!entries.isEmpty()) {
                sink.accept(attribution.of(lens.see(entries)));
                flushed = false;
                continue;
            }
            sink.flush();
            if (cursor.sequence() > last) {
                return;
            }
            boolean ignored = left || cursor.awaitMore(flushed ? LATER : SOON);
            flushed = true;
        }
    }

    /** Lets its sink see something else from now on. May be called by any thread. */
    void focus(StreamLens.Focus focus) {
        lens.focus(focus);
        cursor.disturb();
    }

    /** Lets it end once everything up to {@code sequence} is delivered. */
    void endAfter(long sequence) {
        last = sequence;
        cursor.disturb();
    }

    /** Completes when it has ended, or was left. */
    CompletableFuture<Void> done() {
        return done;
    }

    /**
     * Waits until it has ended, as long as its sink gets on with it. If a call takes longer than it may, its thread is
     * left alone. For a sink that was dropped in: where Brummer's own wait, they wait for a reader.
     *
     * @param since from when on the sink's time counts, as {@link System#nanoTime}
     * @return whether it has ended
     */
    boolean endsInTime(long since) throws InterruptedException {
        while (!done.isDone()) {
            if (sink.isOverdue(since)) {
                left = true;
                done.complete(null);
                return false;
            }
            glance();
        }
        return true;
    }

    private void glance() throws InterruptedException {
        try {
            done.get(GLANCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // It is still at it.
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException("its end is never exceptional", e);
        }
    }
}
