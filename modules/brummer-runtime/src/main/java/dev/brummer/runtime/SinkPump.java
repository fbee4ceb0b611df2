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
    // What comes wakes it, and the journal's end does.
    private static final Duration LOOK_UP = Duration.ofMinutes(1);

    private final String kind;
    private final OutputSink sink;
    private final JournalCursor cursor;
    private final StreamLens lens;
    private final SinkReading reading;
    private final BiConsumer<String, IOException> broken;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    // Written once, by the thread that ends the session, before it closes the journal, which wakes this sink's thread.
    private volatile long last = Long.MAX_VALUE;

    /** @param broken told when the sink cannot write any more */
    SinkPump(Sinks.Made made, Journal journal, StreamLens lens, BiConsumer<String, IOException> broken) {
        this.kind = made.kind();
        this.sink = made.sink();
        this.cursor = journal.cursor(1);
        this.lens = lens;
        this.reading = made.maySkip() ? new SkippingReading(journal, cursor) : new WholeReading(kind, cursor);
        this.broken = broken;
    }

    void start() {
        DaemonThreads.start("sink-" + kind, () -> {
            try {
                pump();
                sink.close();
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

    private void pump() throws IOException {
        while (true) {
            if (lens.isMoved()) {
                sink.accept(lens.refocus(reading.sequence()));
            }
            List<JournalEntry> entries = reading.next();
            if (!entries.isEmpty()) {
                sink.accept(lens.see(entries));
                continue;
            }
            sink.flush();
            if (cursor.sequence() > last) {
                return;
            }
            await();
        }
    }

    private void await() {
        try {
            boolean ignored = cursor.awaitMore(LOOK_UP);
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
    }

    /** Completes when it has ended. */
    CompletableFuture<Void> done() {
        return done;
    }
}
