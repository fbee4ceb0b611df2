package dev.brummer.logs;

import dev.brummer.spi.LogBatch;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One segment as a search sees it: the headers of its batches of records, and of their bytes a window that moves on. It
 * is small enough for the processor's own memory, so that reading and looking take little more than the looking
 * alone. An image is loaded again and again for one segment after the other. For one thread.
 */
final class SegmentImage {
    static final int NONE = FrameIndex.NONE;

    private static final int WINDOW = 256 << 10;

    private final FrameIndex frames = new FrameIndex();
    private @Nullable SegmentFile file;
    private ByteBuffer window = room(0);
    private FrameHeader inWindow = new FrameHeader(window);
    private int windowFrom;
    private int windowTo;
    private int moves;
    private @Nullable LogBatch shown;
    private int shownBatch;
    private int placeBatch = NONE;
    private int placeLine;
    private int placeEnd;

    private static ByteBuffer room(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Opens what is committed of a segment, up to the entry of {@code limit}. */
    void open(Segment segment, long limit) {
        file = segment.file();
        windowFrom = 0;
        windowTo = 0;
        forgetPlaces();
        frames.open(segment, limit);
    }

    /** Whether there is such a batch. Whoever asks about a batch has asked this before, or for their number. */
    boolean has(int batch) throws IOException {
        return frames.has(batch);
    }

    /** How many batches there are. */
    int count() throws IOException {
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
        return frames.before(batch);
    }

    /** The batch of the same stream after; {@link #NONE} where there is none in this segment. */
    int after(int batch) throws IOException {
        return frames.after(batch);
    }

    /** How many lines the batch has; at least one. */
    int lines(int batch) {
        return (int) frames.header(batch).records();
    }

    /** Whether its first line is a piece of one whose earlier pieces are in the batch before. */
    boolean goesOn(int batch) {
        return before(batch) != NONE && frames.header(before(batch)).continues();
    }

    int streamId(int batch) {
        return frames.header(batch).stream();
    }

    long micros(int batch) {
        return frames.header(batch).micros();
    }

    /** Whose batches have that number. */
    StreamKey key(int stream) {
        StreamKey key = frames.stream(stream);
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
        int from = frames.offset(batch);
        int end = limit < frames.known() ? frames.offset(limit) : frames.length();
        int size = Math.max(frames.end(batch) - from, Math.min(end - from, WINDOW));
        int kept = from >= windowFrom && from < windowTo ? Math.min(windowTo - from, size) : 0;
        ByteBuffer target = window.capacity() < size ? room(Math.max(size, WINDOW)) : window;
        if (kept > 0) {
            System.arraycopy(window.array(), from - windowFrom, target.array(), 0, kept);
        }
        windowTo = windowFrom;
        forgetPlaces();
        if (target != window) {
            window = target;
            inWindow = new FrameHeader(target);
        }
        read(target.clear().position(kept).limit(size), from + kept, size - kept);
        var ignored = target.clear();
        windowFrom = from;
        windowTo = from + size;
        frames.find(inWindow, windowFrom, windowTo);
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

    private void read(ByteBuffer into, int offset, int size) throws IOException {
        SegmentFile from = file;
        if (from == null || from.read(into, offset) < size) {
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
        byte[] bytes = bytes();
        if (batch != placeBatch || position < placeEnd - LineTable.extent(bytes, table, placeLine)) {
            placeBatch = batch;
            placeLine = 0;
            placeEnd = text(batch) + LineTable.extent(bytes, table, 0);
        }
        long place = LineTable.lineAt(bytes, table, lines(batch), placeLine, placeEnd, position);
        placeLine = (int) (place >>> Integer.SIZE);
        placeEnd = (int) place;
        return placeLine;
    }

    /** Where the line ends that was asked for last. */
    int endOfLine() {
        return placeEnd;
    }

    /** The line that was asked for last, as a batch of its own, which is good until the window moves on. */
    LogBatch line(LogBatch.LevelReader levels) {
        FrameHeader frame = inWindow.at(frames.offset(placeBatch) - windowFrom);
        int length = LineTable.length(bytes(), table(placeBatch), placeLine);
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
        read(ByteBuffer.wrap(frame), offset, frame.length);
        return frame;
    }
}
