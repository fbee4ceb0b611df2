package dev.brummer.spi;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive records of one stream of one run that arrived together. Lines are kept as the bytes the child wrote,
 * without their line ends; most readers never need them as text. Immutable by contract: nobody writes to
 * {@link #bytes()}. Safe for use by several threads.
 */
public final class LogBatch implements JournalEntry {
    private final long sequence;
    private final Instant time;
    private final InstanceId instance;
    private final int run;
    private final StreamName stream;
    private final byte[] bytes;
    private final int[] spans;
    private final boolean lastContinues;
    private final boolean plain;
    private final LevelReader levels;
    private final @Nullable HeadingReader headings;
    private final Beginning beginning;
    private volatile @Nullable Level @Nullable [] found;

    /** Finds the level a line claims for itself. Called at most when somebody asks. Must be safe for several threads. */
    @FunctionalInterface
    public interface LevelReader {
        /** The level of the line at {@code bytes[offset, offset + length)}, or null where it claims none. */
        @Nullable Level levelOf(byte[] bytes, int offset, int length);

        /** The level of each line of a batch, as {@link #levelOf} finds it; lines that are alike may be looked at once. */
        default @Nullable Level[] levelsOf(LogBatch batch) {
            @Nullable Level[] levels = new Level[batch.size()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = levelOf(batch.bytes(), batch.offset(i), batch.length(i));
            }
            return levels;
        }
    }

    /**
     * What stands before a line to say that it is another service's than the one that wrote it, such as {@code auth-1  | } of
     * Docker Compose.
     *
     * @param service whose line it is
     * @param length how many bytes at the beginning of the line say so; 0 in a later piece of a long line
     */
    public record Heading(ServiceId service, int length) {}

    /** Finds what stands before a line. Called when somebody asks. Must be safe for several threads. */
    @FunctionalInterface
    public interface HeadingReader {
        /** What stands before the line at {@code bytes[offset, offset + length)}, or null where nothing does. */
        @Nullable Heading headingOf(byte[] bytes, int offset, int length);
    }

    /**
     * How the first line begins.
     *
     * @param isPiece whether it is a later piece of a long line; then {@code heading} is that line's
     */
    private record Beginning(boolean isPiece, @Nullable Heading heading) {
        static final Beginning WHOLE = new Beginning(false, null);
    }

    /**
     * @param bytes what the child wrote; not copied
     * @param spans for each line its offset into {@code bytes} and its length, one after the other; not copied
     * @param lastContinues whether the last line is a piece of a longer one whose next piece comes later
     */
    public LogBatch(
            long sequence,
            Instant time,
            InstanceId instance,
            int run,
            StreamName stream,
            byte[] bytes,
            int[] spans,
            boolean lastContinues,
            LevelReader levels) {
        this(sequence, time, instance, run, stream, bytes, spans, lastContinues, false, levels, null, Beginning.WHOLE);
    }

    private LogBatch(
            long sequence,
            Instant time,
            InstanceId instance,
            int run,
            StreamName stream,
            byte[] bytes,
            int[] spans,
            boolean lastContinues,
            boolean plain,
            LevelReader levels,
            @Nullable HeadingReader headings,
            Beginning beginning) {
        this.sequence = sequence;
        this.time = time;
        this.instance = instance;
        this.run = run;
        this.stream = stream;
        this.bytes = bytes;
        this.spans = spans;
        this.lastContinues = lastContinues;
        this.plain = plain;
        this.levels = levels;
        this.headings = headings;
        this.beginning = beginning;
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public Instant time() {
        return time;
    }

    /** The instance that wrote it; single lines may say that they are {@linkplain #service another service's}. */
    public InstanceId instance() {
        return instance;
    }

    /** The run that wrote it, from 1. */
    public int run() {
        return run;
    }

    public StreamName stream() {
        return stream;
    }

    /** How many records there are; their sequence numbers are {@code sequence() … sequence() + size() - 1}. */
    public int size() {
        return spans.length / 2;
    }

    /** The bytes that {@link #offset} and {@link #length} point into. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where line {@code index} begins in {@link #bytes()}. */
    public int offset(int index) {
        return spans[Objects.checkIndex(index, size()) * 2];
    }

    /** How many bytes line {@code index} has, its line end not counted. */
    public int length(int index) {
        return spans[Objects.checkIndex(index, size()) * 2 + 1];
    }

    /** Whether line {@code index} is a piece whose next piece is a later record of the same stream. */
    public boolean continues(int index) {
        return lastContinues && index == size() - 1;
    }

    /**
     * Whether all lines are known to be of printable ASCII and tabs alone, so that they can be shown as they are. Where it
     * is false they may be all the same.
     */
    public boolean isPlain() {
        return plain;
    }

    /** The same lines, for a caller who knows that they are of printable ASCII and tabs alone. */
    public LogBatch plain() {
        return same(true, headings, beginning);
    }

    /** What stands before line {@code index} to say that it is another service's; null where nothing does. */
    public @Nullable Heading heading(int index) {
        if (headings == null) {
            return null;
        }
        return index == 0 && beginning.isPiece()
                ? beginning.heading()
                : headings.headingOf(bytes, offset(index), length(index));
    }

    /** Whose line {@code index} is: the service's that its heading names, else the service's that wrote it. */
    public ServiceId service(int index) {
        Heading heading = heading(index);
        return heading == null ? instance.service() : heading.service();
    }

    /** The same lines with what a reader finds before each. */
    public LogBatch withHeadings(HeadingReader reader) {
        return same(plain, reader, Beginning.WHOLE);
    }

    /**
     * The same lines with what a reader finds before each but the first, which is a later piece of a long line.
     *
     * @param ofFirst what the first gets of the line's heading; null where that has none
     */
    public LogBatch withHeadings(HeadingReader reader, @Nullable Heading ofFirst) {
        return same(plain, reader, new Beginning(true, ofFirst));
    }

    private LogBatch same(boolean isPlain, @Nullable HeadingReader reader, Beginning first) {
        LogBatch same = new LogBatch(
                sequence, time, instance, run, stream, bytes, spans, lastContinues, isPlain, levels, reader, first);
        same.found = found;
        return same;
    }

    /** The lines from {@code from} up to and without {@code to}, which share their bytes with this batch. */
    public LogBatch lines(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        if (from == 0 && to == size()) {
            return this;
        }
        boolean continues = lastContinues && to == size();
        int[] some = Arrays.copyOfRange(spans, from * 2, to * 2);
        Beginning first = from == 0 ? beginning : Beginning.WHOLE;
        return new LogBatch(
                sequence + from, time, instance, run, stream, bytes, some, continues, plain, levels, headings, first);
    }

    /** The same lines with bytes of their own: for whoever keeps a few lines of a large batch. */
    public LogBatch detached() {
        int size = 0;
        for (int i = 0; i < size(); i++) {
            size += length(i);
        }
        byte[] own = new byte[size];
        int[] ownSpans = spans.clone();
        int at = 0;
        for (int i = 0; i < size(); i++) {
            System.arraycopy(bytes, offset(i), own, at, length(i));
            ownSpans[i * 2] = at;
            at += length(i);
        }
        return new LogBatch(
                sequence, time, instance, run, stream, own, ownSpans, lastContinues, plain, levels, headings,
                beginning);
    }

    /** Line {@code index} as text; what is not UTF-8 becomes U+FFFD. Escape sequences are left in. */
    public String text(int index) {
        return new String(bytes, offset(index), length(index), StandardCharsets.UTF_8);
    }

    /** The level line {@code index} claims for itself, or null where it claims none. */
    public @Nullable Level level(int index) {
        @Nullable Level[] known = found;
        return known != null ? known[index] : levels.levelOf(bytes, offset(index), length(index));
    }

    /** Finds the levels of all lines now, for a reader who will ask for each and has less time than the caller. */
    public void findLevels() {
        found = levels.levelsOf(this);
    }
}
