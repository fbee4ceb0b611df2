package dev.brummer.runtime;

import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalCursor;
import dev.brummer.process.DaemonThreads;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.OutputSink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Hands the journal to one sink, at the sink's own pace, on a thread of its own. */
final class SinkPump {
    // For the second flush, after which a sink holds nothing back.
    private static final Duration SOON = Duration.ofSeconds(1);
    // What comes wakes it, and its end does.
    private static final Duration LATER = Duration.ofMinutes(1);

    private final String kind;
    private final OutputSink sink;
    private final boolean standardOutput;
    private final JournalCursor cursor;
    private final StreamLens lens;
    private final SinkReading reading;
    private final BiConsumer<String, IOException> broken;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    // Written once, by the thread that ends the session.
    private volatile long last = Long.MAX_VALUE;

    /** @param broken told when the sink cannot write any more */
    SinkPump(Sinks.Made made, Journal journal, StreamLens lens, BiConsumer<String, IOException> broken) {
        this.kind = made.kind();
        this.sink = made.sink();
        this.standardOutput = made.standardOutput();
        this.cursor = journal.cursor(1);
        this.lens = lens;
        this.reading = made.maySkip() ? new SkippingReading(journal, cursor) : new WholeReading(kind, cursor);
        this.broken = broken;
    }

    void start() {
        DaemonThreads.start("sink-" + kind, () -> {
            try {
                pumpAndClose();
            } catch (IOException e) {
                broken.accept(kind, e);
            } catch (RuntimeException e) {
                broken.accept(kind, new IOException("the sink itself broke: " + e, e));
            } finally {
                reading.end();
                done.complete(null);
            }
        });
    }

    private void pumpAndClose() throws IOException {
        try (sink) {
            pump();
        }
    }

    private void pump() throws IOException {
        boolean flushed = false;
        while (true) {
            if (lens.isMoved()) {
                sink.accept(lens.refocus(reading.sequence()));
            }
            List<JournalEntry> entries = reading.next();
            if (!entries.isEmpty()) {
                sink.accept(lens.see(entries));
                flushed = false;
                continue;
            }
            sink.flush();
            if (cursor.sequence() > last) {
                return;
            }
            await(flushed ? LATER : SOON);
            flushed = true;
        }
    }

    private void await(Duration most) {
        try {
            boolean ignored = cursor.awaitMore(most);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a sink", e);
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

    /** Whether its sink is the one on standard output. */
    boolean isOnStandardOutput() {
        return standardOutput;
    }

    /** Completes when it has ended. */
    CompletableFuture<Void> done() {
        return done;
    }
}
