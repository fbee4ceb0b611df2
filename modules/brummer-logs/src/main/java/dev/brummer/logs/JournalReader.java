package dev.brummer.logs;

import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The journal of a start of Brummer that has ended, however it ended. What a crash left half written behind the last
 * whole batch is not read, and {@link #tornTail} says so; the files stay as they are.
 */
public final class JournalReader implements Closeable {
    private final List<Segment> segments = new ArrayList<>();
    private final LogBatch.LevelReader levels;
    private final Feed feed = new FinishedFeed();
    private Optional<TornTail> tornTail = Optional.empty();
    private long end = 1;

    /**
     * What was cut off.
     *
     * @param file where
     * @param bytes how much
     */
    public record TornTail(Path file, long bytes) {}

    private JournalReader(LogBatch.LevelReader levels) {
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
        var reader = new JournalReader(levels);
        List<Path> files = new StartFolder(start).segments();
        if (files.isEmpty()) {
            throw new NoSuchFileException(start.toString(), null, "holds no journal");
        }
        for (int i = 0; i < files.size(); i++) {
            reader.add(files.get(i), i + 1, i == files.size() - 1);
        }
        return reader;
    }

    /** The folders of all starts in a journal's folder, oldest first. */
    public static List<Path> starts(Path journal) throws IOException {
        return StartFolder.all(journal).stream().map(StartFolder::path).toList();
    }

    /** What a crash left behind the last whole batch; empty after an orderly end. */
    public Optional<TornTail> tornTail() {
        return tornTail;
    }

    /** The number of the oldest entry that is still there. */
    public long firstSequence() {
        return segments.getFirst().firstSequence();
    }

    /** The number of the last entry; less than {@link #firstSequence} where there is none. */
    public long lastSequence() {
        return end - 1;
    }

    /** A cursor whose first entry is the one of {@code sequence}, or the oldest that is still there. */
    public JournalCursor cursor(long sequence) {
        return JournalCursor.at(feed, sequence, StreamFilter.ALL);
    }

    private void add(Path path, int number, boolean last) throws IOException {
        var file = new SegmentFile(path, FileChannel::open, StandardOpenOption.READ);
        long size = file.size();
        long first = firstSequence(file);
        var segment = new Segment(number, first < 0 ? end : first, file);
        segment.commit(first < 0 ? 0 : size);
        end = Math.max(end, segment.firstSequence());
        if (!segments.isEmpty()) {
            segments.getLast().follow(segment);
        }
        segments.add(segment);
        if (last) {
            cutTail(segment, size);
        }
    }

    private static long firstSequence(SegmentFile file) throws IOException {
        var header = ByteBuffer.allocate(FrameHeader.SIZE);
        if (file.read(header, 0) < FrameHeader.SIZE) {
            return -1;
        }
        var frame = new FrameHeader(header.flip());
        return frame.isSound(new CRC32()) && frame.kind() == FrameKind.SEGMENT ? frame.sequence() : -1;
    }

    private void cutTail(Segment segment, long size) throws IOException {
        long sound = soundLength(segment);
        segment.commit(sound);
        if (sound < size) {
            tornTail = Optional.of(new TornTail(segment.file().path(), size - sound));
        }
    }

    private long soundLength(Segment segment) throws IOException {
        var check = new SoundFrames(segment.firstSequence());
        var walk = new FrameWalk(segment, 0, true);
        while (walk.hasMore() && walk.step(1 << 20, check)) {
            continue;
        }
        end = Math.max(end, check.sequence);
        return walk.soundLength();
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.file().close();
        }
    }

    /** Passes frames that are whole and in sequence. */
    private static final class SoundFrames implements FrameWalk.Visitor {
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
        }
    }

    /** What cursors see: nothing more will come. */
    private final class FinishedFeed implements Feed {
        private final Waiters waiters = new Waiters();

        @Override
        public Segment oldest() {
            return segments.getFirst();
        }

        @Override
        public Position tail() {
            Segment last = segments.getLast();
            return new Position(last, last.committed(), end);
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
