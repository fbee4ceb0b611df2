package dev.brummer.logs;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The lines that have begun and not ended: a question that waits for its answer, a progress bar, dots that grow. They are
 * no records until their end comes, so that what is kept does not depend on when it was written. Safe for use by several
 * threads.
 */
public final class UnfinishedLines {
    /** As much of the end of such a line as anybody looks at. */
    static final int MOST = 1024;

    private final ConcurrentMap<StreamKey, Begun> begun = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final Waiters waiters = new Waiters();
    private final InstantSource clock;
    private final LongSupplier lastSequence;
    private final LogBatch.LevelReader levels;
    private volatile boolean closed;

    private record Begun(Instant since, byte[] bytes) {}

    UnfinishedLines(InstantSource clock, LongSupplier lastSequence, LogBatch.LevelReader levels) {
        this.clock = clock;
        this.lastSequence = lastSequence;
        this.levels = levels;
    }

    /** Says how far the line has come that a stream has begun; for the one thread that reads the stream. */
    void begun(StreamKey key, byte[] bytes) {
        Begun before = begun.get(key);
        begun.put(key, new Begun(before == null ? clock.instant() : before.since(), bytes));
        changed();
    }

    /** Says that the line has ended which a stream had begun. */
    void ended(StreamKey key) {
        if (begun.remove(key) != null) {
            changed();
        }
    }

    private void changed() {
        long ignored = changes.incrementAndGet();
        waiters.wake();
    }

    /**
     * Those there are, oldest first: each as if it were a batch of one record that came when the line began, with the
     * last kibibyte of it.
     */
    public List<LogBatch> all() {
        return begun.entrySet().stream()
                .map(entry -> batch(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(LogBatch::time)
                        .thenComparing(LogBatch::instance)
                        .thenComparing(LogBatch::stream))
                .toList();
    }

    private LogBatch batch(StreamKey key, Begun line) {
        InstanceId instance = key.instance();
        StreamName stream = key.stream();
        int[] whole = {0, line.bytes().length};
        long next = lastSequence.getAsLong() + 1;
        return new LogBatch(next, line.since(), instance, key.run(), stream, line.bytes(), whole, false, levels);
    }

    /** Another number after each change; 1 or more. To be asked for before {@link #all}. */
    public long version() {
        return changes.get() + 1;
    }

    void close() {
        closed = true;
        waiters.wake();
    }

    /**
     * A place to wait at; for one thread.
     *
     * @param apart how far apart two changes are told at least
     */
    public Changes changes(Duration apart) {
        return new Changes(apart);
    }

    /**
     * A place to wait at for somebody who knows a {@link #version} already, and has just been told; for one thread.
     *
     * @param apart how far apart two changes are told at least
     */
    public Changes changesAfter(long version, Duration apart) {
        Changes changes = new Changes(apart);
        changes.seen = version - 1;
        changes.pace.awoke(System.nanoTime());
        return changes;
    }

    /** Waits for lines that begin, go on or end. */
    public final class Changes {
        private final Waiters.Waiter waiter = new Waiters.Waiter();
        private final Pace pace = new Pace();
        private long seen = -1;

        private Changes(Duration apart) {
            pace.set(apart);
        }

        /**
         * Returns once something has changed since it returned before, or {@code most} has passed.
         *
         * @return false once the journal is closed, for then nothing changes any more
         */
        public boolean await(Duration most) throws InterruptedException {
            long deadline = System.nanoTime() + most.toNanos();
            for (long left = left(deadline); left > 0; left = left(deadline)) {
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            seen = changes.get();
            pace.awoke(System.nanoTime());
            return !closed;
        }

        /** For how long there is nothing to tell. While something is not told yet, nobody has to wake us for more. */
        private long left(long deadline) {
            if (changes.get() == seen) {
                waiters.enlist(waiter);
            }
            long now = System.nanoTime();
            if (closed) {
                return 0;
            }
            return changes.get() == seen ? deadline - now : Math.min(pace.left(now), deadline - now);
        }
    }
}
