package dev.brummer.logs;

import dev.brummer.logs.query.Joiner;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The journal of another start of Brummer: one that has ended, however it ended, or one that another process is writing
 * right now. What lies behind the last whole batch is not read; the files stay as they are. For one thread, its cursors
 * included.
 */
public final class JournalReader implements Closeable {
    private static final int HEADERS = 16 << 10;

    /** What fits into the processor's own memory. */
    private static final int AT_ONCE = 256 << 10;

    private final StartFolder start;
    private final List<Segment> segments = new ArrayList<>();
    private final LogBatch.LevelReader levels;
    private final Feed feed = new FilesFeed();
    private Optional<TornTail> tornTail = Optional.empty();
    private Optional<StartEnd> end = Optional.empty();
    private long next = 1;
    private @Nullable Instant newest;

    /**
     * What was cut off.
     *
     * @param file where
     * @param bytes how much
     */
    public record TornTail(Path file, long bytes) {}

    private JournalReader(StartFolder start, LogBatch.LevelReader levels) {
        this.start = start;
        this.levels = levels;
    }

    /**
     * Opens the journal of one start.
     *
     * @param start the folder of that start
     * @throws NoSuchFileException if there is no journal in it
     * @throws IOException if it cannot be read
     */
    public static JournalReader open(Path start, LogBatch.LevelReader levels) throws IOException {
        var reader = new JournalReader(new StartFolder(start), levels);
        List<Path> files = reader.start.segments();
        if (files.isEmpty()) {
            throw new NoSuchFileException(start.toString(), null, "holds no journal");
        }
        for (Path file : files) {
            reader.add(file);
        }
        reader.readOn(reader.segments.getLast());
        return reader;
    }

    /** The folders of all starts in a journal's folder, oldest first; none where there is no such folder. */
    public static List<Path> starts(Path journal) throws IOException {
        return Files.isDirectory(journal)
                ? StartFolder.all(journal).stream().map(StartFolder::path).toList()
                : List.of();
    }

    /** What a crash left behind the last whole batch; empty after an orderly end. While it is written, what is on its way. */
    public Optional<TornTail> tornTail() {
        return tornTail;
    }

    /** When the start began; empty where its folder does not say so. */
    public Optional<Instant> begin() {
        return start.begin();
    }

    /** The instances that wrote something lately: in the newest segment. */
    public Set<InstanceId> instances() {
        return segments.getLast().instances();
    }

    /**
     * How many lines there are.
     *
     * @throws IOException if the journal cannot be read
     */
    public long countLines() throws IOException {
        var lines = new LineCount();
        var walk = new FrameWalk(segments.getFirst(), 0, false);
        while (walk.hasMore()) {
            boolean ignored = walk.step(HEADERS, lines);
        }
        return lines.count();
    }

    /** How the start ended; empty where it has not, or could not say. */
    public Optional<StartEnd> end() {
        return end;
    }

    /** When the last entry came that is known; empty where there is none. */
    public Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }

    /** The number of the oldest entry that is still there. */
    public long firstSequence() {
        return segments.getFirst().firstSequence();
    }

    /** The number of the last entry; less than {@link #firstSequence} where there is none. */
    public long lastSequence() {
        return next - 1;
    }

    /** A cursor whose first entry is the one of {@code sequence}, or the oldest that is still there. */
    public JournalCursor cursor(long sequence) {
        return JournalCursor.at(feed, sequence, StreamFilter.ALL);
    }

    /** A cursor over the facts alone, from {@code sequence} on, and the gaps that were stored. */
    public JournalCursor facts(long sequence) {
        return JournalCursor.at(feed, sequence, StreamFilter.FACTS);
    }

    /** A cursor over all but what services have written, from {@code sequence} on, and the gaps that were stored. */
    public JournalCursor events(long sequence) {
        return JournalCursor.at(feed, sequence, StreamFilter.EVENTS);
    }

    /**
     * A search over what is known at the time it is asked.
     *
     * @param parallel how many segments to look at at once, each of which takes one of the workers and its size in memory
     */
    public JournalSearch search(Joiner.Maker joiners, ExecutorService workers, int parallel) {
        return new JournalSearch(feed, joiners, workers, parallel);
    }

    /**
     * Looks for what another process has added.
     *
     * @return whether there is more than before
     * @throws IOException if it cannot be read
     */
    public boolean refresh() throws IOException {
        long before = next;
        while (true) {
            Segment last = segments.getLast();
            // In this order: once there is a successor, the file does not grow any more.
            Path successor = start.segment(last.number() + 1);
            boolean ended = Files.exists(successor);
            readOn(last);
            if (!ended) {
                return next > before;
            }
            add(successor);
        }
    }

    private void add(Path path) throws IOException {
        var file = new SegmentFile(path, FileChannel::open, StandardOpenOption.READ);
        FrameHeader header = header(file);
        if (header == null && !segments.isEmpty()) {
            // It does not say yet where it begins: behind the one before.
            readOn(segments.getLast());
        }
        long first = header == null ? next : header.sequence();
        var segment = new Segment(StartFolder.number(path), first, file);
        next = Math.max(next, first);
        if (header != null) {
            newest = Micros.toInstant(header.micros());
            segment.begun(header.micros());
        }
        if (!segments.isEmpty()) {
            Segment before = segments.getLast();
            before.commit(before.file().size());
            before.follow(segment);
        }
        segments.add(segment);
    }

    private static @Nullable FrameHeader header(SegmentFile file) throws IOException {
        var header = ByteBuffer.allocate(FrameHeader.SIZE);
        if (file.read(header, 0) < FrameHeader.SIZE) {
            return null;
        }
        var frame = new FrameHeader(header.flip());
        return frame.isSound(new CRC32()) && frame.kind() == FrameKind.SEGMENT ? frame : null;
    }

    /** Finds out how far the last segment is whole. */
    private void readOn(Segment segment) throws IOException {
        long known = segment.committed();
        long size = segment.file().size();
        if (size <= known) {
            return;
        }
        segment.commit(size);
        var check = new SoundFrames(Math.max(next, segment.firstSequence()));
        var walk = new FrameWalk(segment, known, true);
        walk.readInto(ByteBuffer.allocate((int) Math.min(size - known, AT_ONCE)));
        boolean goesOn = true;
        while (goesOn && walk.hasMore()) {
            goesOn = walk.step(AT_ONCE, check);
        }
        segment.commit(walk.soundLength());
        next = Math.max(next, check.sequence);
        tornTail = walk.soundLength() < size
                ? Optional.of(new TornTail(segment.file().path(), size - walk.soundLength()))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.file().close();
        }
    }

    /** Passes frames that are whole and in sequence. */
    private final class SoundFrames implements FrameWalk.Visitor {
        private long sequence;

        SoundFrames(long sequence) {
            this.sequence = sequence;
        }

        @Override
        public FrameWalk.Choice choose(FrameHeader frame, FrameKind kind, Segment segment) {
            return frame.sequence() == sequence ? FrameWalk.Choice.TAKE : FrameWalk.Choice.STOP;
        }

        @Override
        public void take(FrameHeader frame, FrameKind kind, Segment segment) {
            sequence += frame.records();
            newest = Micros.toInstant(frame.micros());
            if (kind == FrameKind.END) {
                end = Optional.of(new StartEnd(newest, BodyReader.end(frame)));
            }
        }
    }

    /** What cursors see: what has been found to be whole. */
    private final class FilesFeed implements Feed {
        private final Waiters waiters = new Waiters();

        @Override
        public Segment oldest() {
            return segments.getFirst();
        }

        @Override
        public Position tail() {
            Segment last = segments.getLast();
            return new Position(last, last.committed(), next);
        }

        @Override
        public List<JournalEntry> unstored() {
            return List.of();
        }

        @Override
        public boolean isOpen() {
            return false;
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
            return true;
        }
    }
}
