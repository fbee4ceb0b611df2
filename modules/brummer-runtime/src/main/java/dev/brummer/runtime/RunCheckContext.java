package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.logs.JournalCursor;
import dev.brummer.spi.CheckContext;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** What a check of one run may use. Used by one thread at a time, as a check is. */
final class RunCheckContext implements CheckContext {
    private static final int READ_AT_ONCE = 256 * 1024;

    private final StartOrder order;
    private final Duration timeout;
    private final Engine engine;
    private final Supplier<JournalCursor> records;

    RunCheckContext(StartOrder order, Duration timeout, Engine engine, Supplier<JournalCursor> records) {
        this.order = order;
        this.timeout = timeout;
        this.engine = engine;
        this.records = records;
    }

    @Override
    public InstanceId instance() {
        return order.instance();
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public OptionalInt firstPort() {
        return order.ports().isEmpty() ? OptionalInt.empty() : OptionalInt.of(order.ports().getFirst());
    }

    @Override
    public List<LogBatch> newRecords(Duration wait) throws InterruptedException {
        JournalCursor cursor = records.get();
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            List<LogBatch> batches = read(cursor);
            long left = end - System.nanoTime();
            // What wakes it may be somebody else's record.
            if (!batches.isEmpty() || left <= 0 || !cursor.awaitMore(Duration.ofNanos(left))) {
                return batches;
            }
        }
    }

    private static List<LogBatch> read(JournalCursor cursor) {
        try {
            return cursor.next(READ_AT_ONCE).stream()
                    .filter(LogBatch.class::isInstance)
                    .map(LogBatch.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the journal", e);
        }
    }

    @Override
    public CommandResult run(CommandLine command, Duration limit) throws IOException, InterruptedException {
        StartOrder own = new StartOrder(
                order.instance(), order.run(), command, order.folder(), order.environment(), List.of());
        return BoundedCommand.run(engine, own, limit, "the check's command");
    }
}
