package dev.brummer.runtime;

import dev.brummer.runtime.plugins.Contribution;
import dev.brummer.runtime.plugins.PluginBrokeException;
import dev.brummer.runtime.plugins.PluginCall;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.OutputSink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one sink, of which it is known how long the current one takes. For the thread that pumps, but for
 * {@link #isOverdue}.
 */
final class SinkCalls {
    private static final Duration TO_TAKE = Duration.ofSeconds(5);
    private static final Duration TO_FLUSH = Duration.ofSeconds(1);
    private static final Duration TO_CLOSE = Duration.ofSeconds(3);

    private final Sinks.Planned plan;
    private final Contribution<?> whose;
    private final PluginGuard guard;
    private @Nullable OutputSink sink;
    private volatile Call current = Call.NONE;

    /**
     * A call under way.
     *
     * @param bound how long it may take where somebody waits for it
     */
    private record Call(long begin, Duration bound) {
        private static final Call NONE = new Call(0, Duration.ZERO);
    }

    SinkCalls(Sinks.Planned plan, PluginGuard guard) {
        this.plan = plan;
        this.whose = plan.kind();
        this.guard = guard;
    }

    /** @throws IOException if what it writes to cannot be opened */
    void open() throws IOException, InterruptedException, PluginBrokeException {
        begin(TO_TAKE);
        try {
            sink = guard.make(whose, plan.opening());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            current = Call.NONE;
        }
    }

    /** Whether it may look at entries after it has been given others. */
    boolean keepsEntries() throws IOException, InterruptedException, PluginBrokeException {
        OutputSink made = sink;
        return made == null || guard.call(whose, made::keepsEntries);
    }

    void accept(List<JournalEntry> entries) throws IOException, InterruptedException, PluginBrokeException {
        call(TO_TAKE, to -> to.accept(entries));
    }

    void flush() throws IOException, InterruptedException, PluginBrokeException {
        call(TO_FLUSH, OutputSink::flush);
    }

    /** Closes it where it was opened. */
    void close() throws IOException, InterruptedException, PluginBrokeException {
        if (sink != null) {
            call(TO_CLOSE, OutputSink::close);
        }
    }

    @FunctionalInterface
    private interface Use {
        void of(OutputSink sink) throws IOException;
    }

    private void call(Duration bound, Use use) throws IOException, InterruptedException, PluginBrokeException {
        OutputSink made = sink;
        PluginCall<Boolean> call = () -> {
            use.of(Objects.requireNonNull(made, "its factory has made none"));
            return true;
        };
        begin(bound);
        try {
            boolean ignored = guard.call(whose, call);
        } finally {
            current = Call.NONE;
        }
    }

    private void begin(Duration bound) {
        current = new Call(System.nanoTime(), bound);
    }

    /**
     * Whether a call is under way that takes longer than it may. May be called by any thread.
     *
     * @param since from when on its time counts, as {@link System#nanoTime}
     */
    boolean isOverdue(long since) {
        Call call = current;
        if (call.equals(Call.NONE)) {
            return false;
        }
        long from = call.begin() - since > 0 ? call.begin() : since;
        return System.nanoTime() - from > call.bound().toNanos();
    }
}
