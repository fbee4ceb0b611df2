package dev.brummer.logs;

import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * One segment in memory, with the places of its batches of records. It is loaded again and again for one segment after
 * the other, so that a search needs the room of one. For one thread.
 */
final class SegmentImage {
    static final int NONE = -1;

    private static final int FIRST_FRAMES = 1 << 10;

    private final CRC32 sum = new CRC32();
    private byte[] bytes = new byte[0];
    private FrameHeader header = new FrameHeader(ByteBuffer.wrap(bytes));
    private int length;
    private int[] offsets = new int[FIRST_FRAMES];
    private int[] before = new int[FIRST_FRAMES];
    private int[] after = new int[FIRST_FRAMES];
    private int count;
    private int placeBatch = NONE;
    private int placeLine;
    private int placeStart;
    private int placeEnd;
    private Map<Integer, StreamKey> streams = new HashMap<>();
    private final Map<Integer, Integer> latest = new HashMap<>();

    /** Loads what is committed of a segment, up to the entry of {@code limit}. */
    void load(Segment segment, long limit) throws IOException {
        int size = Math.toIntExact(segment.committed());
        if (bytes.length < size) {
            bytes = new byte[size + size / 8];
        }
        // Other threads add streams to the segment's own map while it is written.
        streams = new HashMap<>();
        latest.clear();
        placeBatch = NONE;
        count = 0;
        ByteBuffer room = ByteBuffer.wrap(bytes, 0, size).order(ByteOrder.LITTLE_ENDIAN);
        length = segment.isRemoved() ? 0 : segment.file().read(room, 0);
        header = new FrameHeader(ByteBuffer.wrap(bytes, 0, length));
        index(limit);
    }

    private void index(long limit) {
        int at = 0;
        while (length - at >= FrameHeader.SIZE) {
            FrameHeader frame = header.at(at);
            if (!frame.isSound(sum) || frame.frameLength() > length - at || frame.sequence() >= limit) {
                return;
            }
            FrameKind kind = frame.kind();
            if (kind == FrameKind.STREAM) {
                streams.put(frame.stream(), BodyReader.stream(frame));
            } else if (kind == FrameKind.RECORDS && streams.containsKey(frame.stream())) {
                add(at, frame.stream());
            }
            at += frame.frameLength();
        }
    }

    private void add(int at, int stream) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            before = Arrays.copyOf(before, count * 2);
            after = Arrays.copyOf(after, count * 2);
        }
        Integer last = latest.put(stream, count);
        offsets[count] = at;
        before[count] = last == null ? NONE : last;
        after[count] = NONE;
        if (last != null) {
            after[last] = count;
        }
        count++;
    }

    /** How many batches there are. */
    int count() {
        return count;
    }

    /** Where a block of about {@code size} bytes begins that ends before batch {@code to}. */
    int blockBefore(int to, int size) {
        int from = to - 1;
        while (from > 0 && end(to - 1) - offsets[from] < size) {
            from--;
        }
        return from;
    }

    /** The first batch after a block of about {@code size} bytes that begins with batch {@code from}. */
    int blockAfter(int from, int size) {
        int to = from + 1;
        while (to < count && offsets[to] - offsets[from] < size) {
            to++;
        }
        return to;
    }

    /** The batch of the same stream before; {@link #NONE} where there is none in this segment. */
    int before(int batch) {
        return before[batch];
    }

    /** The batch of the same stream after; {@link #NONE} where there is none in this segment. */
    int after(int batch) {
        return after[batch];
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the batch begins in {@link #bytes}. */
    int offset(int batch) {
        return offsets[batch];
    }

    /** How many lines it has; at least one. */
    int lines(int batch) {
        return (int) header.at(offsets[batch]).records();
    }

    /** Which of its lines a byte belongs to, the line end behind it included. Cheapest where positions ascend. */
    int lineAt(int batch, int position) {
        int table = header.at(offsets[batch]).body();
        int last = lines(batch) - 1;
        if (batch != placeBatch || position < placeStart) {
            placeBatch = batch;
            placeLine = 0;
            placeStart = text(batch);
            placeEnd = placeStart + LineTable.extent(header.bytes(), table, 0);
        }
        while (position > placeEnd && placeLine < last) {
            placeLine++;
            placeStart = placeEnd;
            placeEnd += LineTable.extent(header.bytes(), table, placeLine);
        }
        return placeLine;
    }

    /** Where the line ends that was asked for last. */
    int endOfLine() {
        return placeEnd;
    }

    /** Where its lines begin. */
    int text(int batch) {
        FrameHeader frame = header.at(offsets[batch]);
        return frame.body() + (int) frame.records() * Integer.BYTES;
    }

    /** Where it ends. */
    int end(int batch) {
        return offsets[batch] + header.at(offsets[batch]).frameLength();
    }

    int streamId(int batch) {
        return header.at(offsets[batch]).stream();
    }

    long micros(int batch) {
        return header.at(offsets[batch]).micros();
    }

    long sequence(int batch) {
        return header.at(offsets[batch]).sequence();
    }

    /** Whose batches have that number. */
    StreamKey key(int stream) {
        StreamKey key = streams.get(stream);
        if (key == null) {
            throw new IllegalStateException("no batch is of stream " + stream);
        }
        return key;
    }

    /** The batch itself; it shares its bytes with this image, and is good until the next is loaded. */
    LogBatch batch(int index, LogBatch.LevelReader levels) {
        FrameHeader frame = header.at(offsets[index]);
        return BodyReader.records(frame, key(frame.stream()), 0, levels);
    }
}
