package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.RunObserver;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.supervision.Exit;
import dev.brummer.logs.JournalCursor;
import dev.brummer.spi.CheckContext;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What a check of one run may use. Used by one thread at a time, as a check is. */
final class RunCheckContext implements CheckContext {
    private static final int READ_AT_ONCE = 256 * 1024;
    private static final int KEPT_OUTPUT = 4096;

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
        Watched watched = new Watched();
        Engine.RunHandle handle = started(own, watched);
        try {
            Exit exit = watched.end.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new CommandResult(exit.code(), watched.output());
        } catch (TimeoutException e) {
            throw new IOException("the check's command did not end in time", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a command is never exceptional", e);
        } finally {
            engine.kill(handle);
        }
    }

    private Engine.RunHandle started(StartOrder own, Watched watched) throws IOException {
        try {
            return engine.start(own, watched);
        } catch (StartFailedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Keeps the end of what a command writes, and notices its own end. */
    private static final class Watched implements RunObserver {
        private final CompletableFuture<Exit> end = new CompletableFuture<>();
        private final StringBuilder output = new StringBuilder();

        @Override
        public void output(StreamName stream, ReadableByteChannel bytes) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(KEPT_OUTPUT);
            while (bytes.read(buffer) >= 0) {
                String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
                synchronized (output) {
                    output.append(text);
                    output.delete(0, Math.max(0, output.length() - KEPT_OUTPUT));
                }
                buffer.clear();
            }
        }

        String output() {
            synchronized (output) {
                return output.toString();
            }
        }

        @Override
        public void exited(Exit exit, boolean treeGone) {
            end.complete(exit);
        }

        @Override
        public void treeGone() {
            // Its exit has been told before.
        }
    }
}
