package dev.brummer.logs;

import dev.brummer.spi.LogBatch;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One segment as a search sees it: the headers of all its batches of records, and of their bytes a window that moves
 * on. It is small enough for the processor's own memory, so that reading and looking take little more than the looking
 * alone. An image is loaded again and again for one segment after the other. For one thread.
 */
final class SegmentImage {
    static final int NONE = -1;

    private static final int FIRST_FRAMES = 1 << 10;
    private static final int WINDOW = 256 << 10;

    private final FrameIndex frames = new FrameIndex();
    private final Map<Integer, Integer> latest = new HashMap<>();
    private Map<Integer, StreamKey> streams = Map.of();
    private @Nullable SegmentFile file;
    private int[] before = new int[FIRST_FRAMES];
    private int[] after = new int[FIRST_FRAMES];
    private ByteBuffer window = room(0);
    private FrameHeader inWindow = new FrameHeader(window);
    private int windowFrom;
    private int windowTo;
    private int moves;
    private @Nullable LogBatch shown;
    private int shownBatch;
    private int placeBatch = NONE;
    private int placeLine;
    private int placeStart;
    private int placeEnd;

    private static ByteBuffer room(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Loads the headers of what is committed of a segment, up to the entry of {@code limit}. */
    void load(Segment segment, long limit) throws IOException {
        file = segment.file();
        windowFrom = 0;
        windowTo = 0;
        forgetPlaces();
        latest.clear();
        streams = frames.load(segment, limit);
        link();
    }

    private void link() {
        if (before.length < count()) {
            before = new int[Integer.highestOneBit(count()) * 2];
            after = new int[before.length];
        }
        for (int batch = 0; batch < count(); batch++) {
            Integer last = latest.put(streamId(batch), batch);
            before[batch] = last == null ? NONE : last;
            after[batch] = NONE;
            if (last != null) {
                after[last] = batch;
            }
        }
    }

    /** How many batches there are. */
    int count() {
        return frames.count();
    }

    /** Where a block of about {@code size} bytes begins that ends before batch {@code to}. */
    int blockBefore(int to, int size) {
        int from = to - 1;
        while (from > 0 && frames.end(to - 1) - frames.offset(from) < size) {
            from--;
        }
        return from;
    }

    /** The batch of the same stream before; {@link #NONE} where there is none in this segment. */
    int before(int batch) {
        return before[batch];
    }

    /** The batch of the same stream after; {@link #NONE} where there is none in this segment. */
    int after(int batch) {
        return after[batch];
    }

    /** How many lines the batch has; at least one. */
    int lines(int batch) {
        return (int) frames.header(batch).records();
    }

    /** Whether its first line is a piece of one whose earlier pieces are in the batch before. */
    boolean goesOn(int batch) {
        return before[batch] != NONE && frames.header(before[batch]).continues();
    }

    int streamId(int batch) {
        return frames.header(batch).stream();
    }

    long micros(int batch) {
        return frames.header(batch).micros();
    }

    /** Whose batches have that number. */
    StreamKey key(int stream) {
        StreamKey key = streams.get(stream);
        if (key == null) {
            throw new IllegalStateException("no batch is of stream " + stream);
        }
        return key;
    }

    /**
     * Moves the window to a batch, if that is not in it, and on to what follows before batch {@code limit}. Whatever
     * was said of places in the window does not hold any more then.
     */
    void show(int batch, int limit) throws IOException {
        if (isShown(batch)) {
            return;
        }
        int last = batch;
        while (last + 1 < limit && frames.end(last + 1) - frames.offset(batch) <= WINDOW) {
            last++;
        }
        int size = frames.end(last) - frames.offset(batch);
        if (window.capacity() < size) {
            window = room(Math.max(size, WINDOW));
            inWindow = new FrameHeader(window);
        }
        windowTo = windowFrom;
        forgetPlaces();
        read(window.clear().limit(size), frames.offset(batch));
        window.clear();
        windowFrom = frames.offset(batch);
        windowTo = windowFrom + size;
    }

    private void forgetPlaces() {
        placeBatch = NONE;
        shown = null;
        moves++;
    }

    /** How often the window has moved; what was said of places in it is good as long as this is the same. */
    int moves() {
        return moves;
    }

    private boolean isShown(int batch) {
        return frames.offset(batch) >= windowFrom && frames.end(batch) <= windowTo;
    }

    private void read(ByteBuffer into, int offset) throws IOException {
        SegmentFile from = file;
        if (from == null || from.read(into, offset) < into.limit()) {
            throw new EOFException("it has become shorter while it was read");
        }
    }

    /** The bytes of the window. */
    byte[] bytes() {
        return window.array();
    }

    /** Where the lines of a batch begin in the window. */
    int text(int batch) {
        return table(batch) + lines(batch) * Integer.BYTES;
    }

    private int table(int batch) {
        return frames.offset(batch) - windowFrom + FrameHeader.SIZE;
    }

    /** Where it ends in the window. */
    int end(int batch) {
        return frames.end(batch) - windowFrom;
    }

    /** Which of its lines a byte belongs to, the line end behind it included. Cheapest where positions ascend. */
    int lineAt(int batch, int position) {
        int table = table(batch);
        int last = lines(batch) - 1;
        if (batch != placeBatch || position < placeStart) {
            placeBatch = batch;
            placeLine = 0;
            placeStart = text(batch);
            placeEnd = placeStart + LineTable.extent(window, table, 0);
        }
        while (position > placeEnd && placeLine < last) {
            placeLine++;
            placeStart = placeEnd;
            placeEnd += LineTable.extent(window, table, placeLine);
        }
        return placeLine;
    }

    /** Where the line ends that was asked for last. */
    int endOfLine() {
        return placeEnd;
    }

    /** The line that was asked for last, as a batch of its own, which is good until the window moves on. */
    LogBatch line(LogBatch.LevelReader levels) {
        FrameHeader frame = inWindow.at(frames.offset(placeBatch) - windowFrom);
        int length = LineTable.length(window, table(placeBatch), placeLine);
        return BodyReader.record(
                frame, key(streamId(placeBatch)), placeLine, placeEnd - length, length, levels);
    }

    /** A batch in the window, which is good until that moves on. */
    LogBatch shown(int batch, LogBatch.LevelReader levels) {
        LogBatch known = shown;
        if (known == null || batch != shownBatch) {
            FrameHeader frame = inWindow.at(frames.offset(batch) - windowFrom);
            known = BodyReader.records(frame, key(streamId(batch)), 0, levels);
            shown = known;
            shownBatch = batch;
        }
        return known;
    }

    /** Any batch, which is good until the window moves on. */
    LogBatch near(int batch, LogBatch.LevelReader levels) throws IOException {
        return isShown(batch) ? shown(batch, levels) : batch(batch, levels);
    }

    /** Any batch, with bytes of its own. */
    LogBatch batch(int batch, LogBatch.LevelReader levels) throws IOException {
        var frame = new FrameHeader(ByteBuffer.wrap(frame(batch)));
        return BodyReader.records(frame, key(streamId(batch)), 0, levels);
    }

    private byte[] frame(int batch) throws IOException {
        int offset = frames.offset(batch);
        int end = frames.end(batch);
        if (isShown(batch)) {
            return Arrays.copyOfRange(window.array(), offset - windowFrom, end - windowFrom);
        }
        byte[] frame = new byte[end - offset];
        read(ByteBuffer.wrap(frame), offset);
        return frame;
    }
}
