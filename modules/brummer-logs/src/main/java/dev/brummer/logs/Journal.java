package dev.brummer.logs;

import dev.brummer.logs.query.Joiner;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.StreamName;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one ordered store of a start of Brummer: records, facts, state changes, notices and gaps, numbered from 1 without
 * holes in the order in which they arrived. Appending never fails: what cannot be stored is accounted for. Safe for use by
 * several threads.
 */
public final class Journal implements Closeable {
    private final StartFolder start;
    private final JournalSettings settings;
    private final LogBatch.LevelReader levels;
    private final Retention retention;
    private final ReentrantLock retaining = new ReentrantLock();
    private final Waiters waiters = new Waiters();
    private final AtomicInteger streams = new AtomicInteger();
    private final ConcurrentLinkedDeque<ReadBuffer> idleBuffers = new ConcurrentLinkedDeque<>();
    private final Map<InstanceId, RunBegin> begins = new ConcurrentHashMap<>();
    private final Appender appender;
    private final UnfinishedLines unfinished;
    private final Feed feed = new LiveFeed();
    private volatile Segment oldest;
    private volatile Segment retainedAt;
    private volatile @Nullable UnaryOperator<String> wording;

    private Journal(
            Path folder,
            StartFolder start,
            JournalSettings settings,
            InstantSource clock,
            LogBatch.LevelReader levels,
            JournalTrouble trouble,
            ChannelOpener opener) {
        this.start = start;
        this.settings = settings;
        this.levels = levels;
        this.retention = new Retention(folder, start, settings);
        this.appender = new Appender(start, settings.segmentBytes(), clock, trouble, opener);
        this.unfinished = new UnfinishedLines(clock, appender::last, levels);
        this.oldest = appender.first();
        this.retainedAt = oldest;
    }

    /**
     * A new start's journal, in a folder of its own below {@code folder}. Earlier starts stay as they are until {@link
     * #retain}. There may be one at a time in a folder.
     *
     * @throws IOException if the folder cannot be made
     */
    public static Journal create(
            Path folder,
            JournalSettings settings,
            InstantSource clock,
            LogBatch.LevelReader levels,
            JournalTrouble trouble)
            throws IOException {
        return create(folder, settings, clock, levels, trouble, FileChannel::open);
    }

    static Journal create(
            Path folder,
            JournalSettings settings,
            InstantSource clock,
            LogBatch.LevelReader levels,
            JournalTrouble trouble,
            ChannelOpener opener)
            throws IOException {
        StartFolder start = StartFolder.create(folder, clock.instant());
        return new Journal(folder, start, settings, clock, levels, trouble, opener);
    }

    /** The name of this start, as {@code brum logs --start} takes it. */
    public String start() {
        return start.name();
    }

    /** Where this start's segments are. */
    public Path folder() {
        return start.path();
    }

    /** A writer for one stream of one run. */
    public StreamWriter stream(InstanceId instance, int run, StreamName stream) {
        begins.compute(instance, (_, known) ->
                known != null && known.run() >= run ? known : RunBegin.at(feed.tail(), run));
        ReadBuffer idle = idleBuffers.poll();
        return new StreamWriter(
                this,
                streams.incrementAndGet(),
                new StreamKey(instance, run, stream),
                idle != null ? idle : new ReadBuffer());
    }

    /** The lines that streams have begun and not ended. Always the same object. */
    public UnfinishedLines unfinished() {
        return unfinished;
    }

    void release(ReadBuffer buffer) {
        idleBuffers.push(buffer);
    }

    /** Appends a state change and returns its sequence number. The arguments are those of {@link StateChange}. */
    public long stateChanged(
            InstanceId instance,
            int run,
            ServiceState from,
            ServiceState to,
            String reason,
            Optional<Duration> took) {
        return append(EntryFrame.stateChange((sequence, time) ->
                new StateChange(sequence, time, instance, run, from, to, reason, took)));
    }

    /**
     * Has warnings and errors of Brummer's own stored in other words: they repeat what systems and plugins say. Notices of
     * lower levels are what Brummer knows by itself.
     *
     * @param words called by whoever has something to say
     */
    public void wordWarnings(UnaryOperator<String> words) {
        wording = words;
    }

    /** Appends something that Brummer itself has to say, and returns its sequence number. */
    public long notice(Level level, String text) {
        UnaryOperator<String> words = level.compareTo(Level.WARN) >= 0 ? wording : null;
        String told = words == null ? text : words.apply(text);
        return append(EntryFrame.notice((sequence, time) -> new Notice(sequence, time, level, told)));
    }

    /**
     * Appends facts, which get consecutive sequence numbers in place of those they have; returns the first.
     *
     * @param found at least one
     */
    public long found(List<FoundFact> found) {
        return append(new FactsFrame(found));
    }

    long append(Frame frame) {
        long sequence = appender.append(frame);
        waiters.wake();
        if (appender.current() != retainedAt) {
            retainQuietly();
        }
        return sequence;
    }

    /** The last sequence number given; 0 before the first. */
    public long lastSequence() {
        return appender.last();
    }

    /**
     * Has cursors come to the last sequence number given by now, and returns it. While nothing can be stored, they pass
     * lost records no sooner than something is told behind them, which may be never.
     */
    public long settle() {
        long last = appender.settle();
        waiters.wake();
        return last;
    }

    /** A cursor whose first entry is the one of {@code sequence}, or the oldest that is still there. */
    public JournalCursor cursor(long sequence) {
        return JournalCursor.at(feed, sequence, StreamFilter.ALL);
    }

    /** A cursor over the records of one run alone, from its first on. Cheap while others write much, and have written. */
    public JournalCursor cursor(InstanceId instance, int run) {
        StreamFilter itsOwn = StreamFilter.of(instance, run);
        RunBegin begin = begins.get(instance);
        Position from = begin == null || begin.run() > run ? null : begin.from(oldest);
        return from == null ? JournalCursor.at(feed, 1, itsOwn) : JournalCursor.from(feed, from, itsOwn);
    }

    /** A cursor over the records of all runs alone, from {@code sequence} on. */
    public JournalCursor lines(long sequence) {
        return JournalCursor.at(feed, sequence, StreamFilter.LINES);
    }

    /** A cursor over the facts alone, from {@code sequence} on, and the gaps that were stored. */
    public JournalCursor facts(long sequence) {
        return JournalCursor.at(feed, sequence, StreamFilter.FACTS);
    }

    /** A cursor over the state changes alone, from {@code sequence} on. */
    public JournalCursor states(long sequence) {
        return JournalCursor.at(feed, sequence, StreamFilter.STATES);
    }

    /**
     * A search over what is there at the time it is asked.
     *
     * @param parallel how many segments to look at at once, each of which takes one of the workers and its size in memory
     */
    public JournalSearch search(Joiner.Maker joiners, ExecutorService workers, int parallel) {
        return new JournalSearch(feed, joiners, workers, parallel);
    }

    /**
     * Removes what is beyond the bounds of the settings: to be called once after the start, off the way to the first
     * service. Afterwards the journal does it by itself.
     *
     * @throws IOException if something cannot be listed or removed
     */
    public void retain() throws IOException {
        if (!retaining.tryLock()) {
            return;
        }
        try {
            Segment newest = appender.current();
            long bytes = storedBytes();
            bytes += retention.removeEarlierStarts(bytes);
            while (bytes > settings.retainBytes() && isBehindNewest(oldest)) {
                bytes -= oldest.committed();
                removeOldest();
            }
            retainedAt = newest;
        } finally {
            retaining.unlock();
        }
    }

    private void retainQuietly() {
        try {
            retain();
        } catch (IOException e) {
            // The next segment's end tries again; until then there is more than was asked for.
            retainedAt = appender.current();
        }
    }

    private long storedBytes() {
        long bytes = 0;
        for (Segment segment = oldest; segment != null; segment = segment.next()) {
            bytes += segment.committed();
        }
        return bytes;
    }

    // The current segment may have just begun: the one before it counts as newest data too.
    private static boolean isBehindNewest(Segment segment) {
        Segment next = segment.next();
        return next != null && next.next() != null;
    }

    private void removeOldest() throws IOException {
        Segment going = oldest;
        Segment next = going.next();
        if (next != null) {
            oldest = next;
            going.remove();
            going.file().close();
            Files.deleteIfExists(going.file().path());
        }
    }

    /** Whether nothing comes any more; what is there can still be read. */
    public boolean isClosed() {
        return appender.isClosed();
    }

    /**
     * Says how this start ended: the last thing before {@link #close}.
     *
     * @param exit the exit code of {@code brum}
     */
    public void end(int exit) {
        appender.end(EntryFrame.end(exit));
    }

    /** Ends the journal: nothing may be appended afterwards. Cursors can still read. */
    @Override
    public void close() throws IOException {
        appender.close();
        waiters.wake();
        unfinished.close();
        for (Segment segment = oldest; segment != null; segment = segment.next()) {
            segment.file().close();
        }
    }

    /** What cursors see. */
    private final class LiveFeed implements Feed {
        @Override
        public Segment oldest() {
            return oldest;
        }

        @Override
        public Position tail() {
            return appender.tail();
        }

        @Override
        public List<JournalEntry> unstored() {
            return appender.unstored();
        }

        @Override
        public boolean isOpen() {
            return !appender.isClosed();
        }

        @Override
        public Waiters waiters() {
            return waiters;
        }

        @Override
        public LogBatch.LevelReader levels() {
            return levels;
        }

        @Override
        public boolean verifies() {
            return false;
        }
    }
}
