package dev.brummer.logs;

import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One reader's place in a journal. It reads the files at its own pace and holds nothing in memory, so that any number
 * of slow readers costs nothing. For one thread at a time, but for {@link #disturb}.
 */
public final class JournalCursor {
    private static final String NO_LONGER_KEPT = "no longer kept";
    private static final int HEADERS = 4 << 10;

    private final Feed feed;
    private final StreamFilter filter;
    private final FrameWalk walk;
    private final Waiters.Waiter waiter = new Waiters.Waiter();
    private final Pace pace = new Pace();
    private volatile boolean disturbed;
    private volatile @Nullable Thread gathering;
    private boolean seeks;
    private long sequence;

    private JournalCursor(Feed feed, StreamFilter filter, Position from) {
        this.feed = feed;
        this.filter = filter;
        this.walk = new FrameWalk(from.segment(), from.offset(), feed.verifies());
        this.sequence = from.sequence();
    }

    static JournalCursor at(Feed feed, long sequence, StreamFilter filter) {
        Position tail = feed.tail();
        if (sequence >= tail.sequence()) {
            return new JournalCursor(feed, filter, new Position(tail.segment(), tail.offset(), sequence));
        }
        Segment segment = feed.oldest();
        for (Segment next = segment.next(); next != null && next.firstSequence() <= sequence; next = next.next()) {
            segment = next;
        }
        JournalCursor cursor = new JournalCursor(feed, filter, new Position(segment, 0, Math.max(1, sequence)));
        cursor.seeks = segment.firstSequence() < sequence;
        return cursor;
    }

    static JournalCursor from(Feed feed, Position from, StreamFilter filter) {
        return new JournalCursor(feed, filter, from);
    }

    /** The sequence number before which everything has been returned or passed over. */
    public long sequence() {
        return sequence;
    }

    /**
     * The next entries in order; empty where there are none yet. Where entries are missing, a {@link Gap} says how
     * many. Does not wait.
     *
     * @param maxBytes about how much to read at once; a single batch may be larger
     * @throws IOException if the journal's file cannot be read
     */
    public List<JournalEntry> next(int maxBytes) throws IOException {
        seek();
        var reading = new Reading();
        int chunk = filter.isSparse() ? HEADERS : maxBytes;
        while (reading.entries.isEmpty() && walk.hasMore()) {
            walk.step(chunk, reading);
        }
        if (reading.entries.isEmpty() && filter.isAll()) {
            reading.takeUnstored();
        }
        return reading.entries;
    }

    /** Goes to where it begins: of what lies before that in its segment, headers are enough. */
    private void seek() throws IOException {
        while (seeks && walk.hasMore()) {
            seeks = walk.step(HEADERS, new Seeking());
        }
        seeks = false;
    }

    /**
     * The next entries, as {@link #next(int)} returns them, read into {@code room}: its capacity is how much to read at
     * once. Lines are good until something else is read into it.
     *
     * @param room of the heap
     * @throws IOException if the journal's file cannot be read
     */
    public List<JournalEntry> next(ByteBuffer room) throws IOException {
        walk.readInto(room);
        try {
            return next(room.capacity());
        } finally {
            walk.readInto(null);
        }
    }

    /**
     * Goes on to {@code target}, or to the end if that comes first, without the records in between. What is no record
     * is never passed over.
     *
     * @param reason why records are missing, for the gaps
     * @return the state changes, notices and gaps passed, with a gap wherever records were left out
     * @throws IOException if the journal's file cannot be read
     */
    public List<JournalEntry> skipTo(long target, String reason) throws IOException {
        var skipping = new Skipping(target, reason);
        boolean goesOn = true;
        while (goesOn && walk.hasMore()) {
            goesOn = walk.step(HEADERS, skipping);
        }
        skipping.endGap();
        return skipping.entries;
    }

    /**
     * From now on has {@link #awaitMore} come back once in {@code apart} at most, so that what comes line by line is read
     * in a few goes: to wake a reader takes longer than to read a line. What comes after a silence is not held back.
     */
    public void awakeEvery(Duration apart) {
        pace.set(apart);
    }

    /**
     * Waits until there is more to read, the journal ends, or the time is over. May return early.
     *
     * @return whether there is something to read
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public boolean awaitMore(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        gather(deadline);
        boolean more = awaitMore(deadline);
        pace.awoke(System.nanoTime());
        return more;
    }

    private void gather(long deadline) throws InterruptedException {
        long now = System.nanoTime();
        long left = Math.min(pace.left(now), deadline - now);
        if (left <= 0) {
            return;
        }
        gathering = Thread.currentThread();
        while (left > 0 && !disturbed && feed.isOpen()) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            now = System.nanoTime();
            left = Math.min(pace.left(now), deadline - now);
        }
        gathering = null;
    }

    private boolean awaitMore(long deadline) throws InterruptedException {
        while (!hasMore()) {
            feed.waiters().enlist(waiter);
            if (disturbed) {
                disturbed = false;
                return false;
            }
            if (hasMore()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0 || !feed.isOpen()) {
                return hasMore();
            }
            // Looking may have waited for a lock, which swallows a wake-up: whoever was woken has to be enlisted again.
            if (waiter.isEnlisted()) {
                LockSupport.parkNanos(this, left);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return true;
    }

    /** Lets the thread that waits in {@link #awaitMore}, or will wait next, return at once. May be called by any thread. */
    public void disturb() {
        disturbed = true;
        feed.waiters().wake();
        // It may be waiting for nobody.
        LockSupport.unpark(gathering);
    }

    // What is not stored is asked first: that may take a lock, and what is stored while we wait for it is then seen.
    private boolean hasMore() {
        boolean unstored = filter.isAll() && feed.unstored().stream().anyMatch(this::isAhead);
        return walk.hasMore() || unstored;
    }

    private boolean isAhead(JournalEntry entry) {
        return entry.sequence() + (entry instanceof Gap gap ? gap.records() : 1) > sequence;
    }

    /** Passes what lies before the cursor. */
    private final class Seeking implements FrameWalk.Visitor {
        @Override
        public FrameWalk.Choice choose(FrameHeader frame, FrameKind kind, Segment segment) {
            return frame.sequence() + frame.records() > sequence ? FrameWalk.Choice.STOP : FrameWalk.Choice.PASS;
        }

        @Override
        public void take(FrameHeader frame, FrameKind kind, Segment segment) {
            throw new IllegalStateException("nothing was to be taken");
        }
    }

    /** Makes entries of frames. */
    private final class Reading implements FrameWalk.Visitor {
        private final List<JournalEntry> entries = new ArrayList<>();

        @Override
        public FrameWalk.Choice choose(FrameHeader frame, FrameKind kind, Segment segment) {
            boolean ahead = kind != FrameKind.END && frame.sequence() + frame.records() > sequence;
            return ahead && isAsked(frame, kind, segment) ? FrameWalk.Choice.TAKE : FrameWalk.Choice.PASS;
        }

        private boolean isAsked(FrameHeader frame, FrameKind kind, Segment segment) {
            return filter.takes(kind, kind == FrameKind.RECORDS ? segment.stream(frame.stream()) : null);
        }

        @Override
        public void take(FrameHeader frame, FrameKind kind, Segment segment) {
            if (frame.sequence() > sequence && filter.isAll()) {
                entries.add(hole(frame));
            }
            switch (kind) {
                case RECORDS -> records(frame, segment.stream(frame.stream()));
                case FACTS -> entries.add(FactReader.facts(frame, passed(frame)));
                case STATE, NOTICE, GAP, SEGMENT, STREAM, END -> add(BodyReader.entry(frame, kind));
            }
            sequence = frame.sequence() + frame.records();
        }

        private void records(FrameHeader frame, @Nullable StreamKey key) {
            if (key != null) {
                entries.add(BodyReader.records(frame, key, passed(frame), feed.levels()));
            }
        }

        /** How many of a frame's records or facts lie before the cursor. */
        private int passed(FrameHeader frame) {
            return (int) Math.max(0, sequence - frame.sequence());
        }

        private void add(JournalEntry entry) {
            entries.add(entry instanceof Gap gap ? rest(gap) : entry);
        }

        void takeUnstored() {
            for (JournalEntry entry : feed.unstored()) {
                if (isAhead(entry)) {
                    add(entry);
                    sequence = entry.sequence() + (entry instanceof Gap gap ? gap.records() : 1);
                }
            }
        }

        private Gap rest(Gap gap) {
            long from = Math.max(gap.sequence(), sequence);
            return new Gap(from, gap.time(), gap.sequence() + gap.records() - from, gap.reason());
        }
    }

    private Gap hole(FrameHeader before) {
        long missing = before.sequence() - sequence;
        return new Gap(sequence, Micros.toInstant(before.micros()), missing, NO_LONGER_KEPT);
    }

    /** Makes one gap of records in a row, and entries of what is no record. */
    private final class Skipping implements FrameWalk.Visitor {
        private final List<JournalEntry> entries = new ArrayList<>();
        private final Reading reading = new Reading();
        private final long target;
        private final String reason;
        private long gapFrom;
        private long gapMicros;

        Skipping(long target, String reason) {
            this.target = target;
            this.reason = reason;
            this.gapFrom = sequence;
        }

        @Override
        public FrameWalk.Choice choose(FrameHeader frame, FrameKind kind, Segment segment) {
            if (frame.sequence() >= target) {
                return FrameWalk.Choice.STOP;
            }
            if (kind != FrameKind.RECORDS) {
                return reading.choose(frame, kind, segment);
            }
            return pass(frame);
        }

        private FrameWalk.Choice pass(FrameHeader frame) {
            if (gapFrom == sequence) {
                gapMicros = frame.micros();
            }
            long end = frame.sequence() + frame.records();
            sequence = Math.max(sequence, Math.min(end, target));
            return end > target ? FrameWalk.Choice.STOP : FrameWalk.Choice.PASS;
        }

        @Override
        public void take(FrameHeader frame, FrameKind kind, Segment segment) {
            endGap();
            reading.take(frame, kind, segment);
            entries.addAll(reading.entries);
            reading.entries.clear();
            gapFrom = sequence;
        }

        void endGap() {
            if (sequence > gapFrom) {
                entries.add(new Gap(gapFrom, Micros.toInstant(gapMicros), sequence - gapFrom, reason));
                gapFrom = sequence;
            }
        }
    }
}
