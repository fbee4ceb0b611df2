package dev.brummer.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The headers of the batches of records in one segment, and where they are. It knows as many of them as somebody has
 * asked for, or has read with what lies around them, so that whoever goes through a segment reads it once. Where it has to
 * find them itself it goes from header to header: of large bodies not a byte is read. Opened again and again, for one
 * segment after the other. For one thread.
 */
final class FrameIndex {
    static final int NONE = -1;

    private static final int FIRST_FRAMES = 1 << 10;
    private static final int AT_ONCE = 4 << 10;

    private final CRC32 sum = new CRC32();
    private final ByteBuffer chunk = ByteBuffer.allocate(AT_ONCE);
    private final FrameHeader inChunk = new FrameHeader(chunk);
    private final Map<Integer, StreamKey> streams = new HashMap<>();
    private final Map<Integer, Integer> latest = new HashMap<>();
    private byte[] headers = new byte[FIRST_FRAMES * FrameHeader.SIZE];
    private FrameHeader header = new FrameHeader(ByteBuffer.wrap(headers));
    private int[] offsets = new int[FIRST_FRAMES];
    private int[] before = new int[FIRST_FRAMES];
    private int[] after = new int[FIRST_FRAMES];
    private @Nullable SegmentFile file;
    private long limit;
    private int length;
    private int known;
    private int reached;
    private int chunkFrom;
    private int chunkTo;

    /** Begins with what is committed of a segment, up to the entry of {@code limit}. */
    void open(Segment segment, long limit) {
        this.file = segment.file();
        this.limit = limit;
        this.length = segment.isRemoved() ? 0 : Math.toIntExact(segment.committed());
        known = 0;
        reached = 0;
        chunkFrom = 0;
        chunkTo = 0;
        // Others add streams to the segment's own map while it is written.
        streams.clear();
        latest.clear();
    }

    /** Whether there is such a batch. */
    boolean has(int batch) throws IOException {
        while (batch >= known && reached < length) {
            findNext();
        }
        return batch < known;
    }

    /** How many batches there are. */
    int count() throws IOException {
        boolean ignored = has(Integer.MAX_VALUE);
        return known;
    }

    /** How many batches are known yet. */
    int known() {
        return known;
    }

    /** Where the segment ends. */
    int length() {
        return length;
    }

    private void findNext() throws IOException {
        if (!isInChunk() && length - reached >= FrameHeader.SIZE) {
            chunkFrom = reached;
            chunkTo = reached + file().read(chunk.clear().limit(Math.min(AT_ONCE, length - reached)), reached);
            chunk.clear();
        }
        if (isInChunk()) {
            pass(inChunk.at(reached - chunkFrom));
        } else {
            reached = length;
        }
    }

    private boolean isInChunk() {
        return chunkTo - reached >= FrameHeader.SIZE;
    }

    /** Takes what is in a part of the segment that somebody has read, {@code window} from {@code from} to {@code to}. */
    void find(FrameHeader window, int from, int to) throws IOException {
        while (reached >= from && to - reached >= FrameHeader.SIZE && reached < length) {
            pass(window.at(reached - from));
        }
    }

    private void pass(FrameHeader frame) throws IOException {
        if (!frame.isSound(sum) || frame.frameLength() > length - reached || frame.sequence() >= limit) {
            length = reached;
            return;
        }
        FrameKind kind = frame.kind();
        int end = reached + frame.frameLength();
        if (kind == FrameKind.STREAM) {
            streams.put(frame.stream(), stream(reached, frame.frameLength()));
        } else if (kind == FrameKind.RECORDS && streams.containsKey(frame.stream())) {
            add(frame);
        }
        reached = end;
    }

    private StreamKey stream(int at, int frameLength) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(frameLength);
        int ignored = file().read(frame, at);
        return BodyReader.stream(new FrameHeader(frame.rewind()));
    }

    private SegmentFile file() {
        SegmentFile opened = file;
        if (opened == null) {
            throw new IllegalStateException("no segment is open");
        }
        return opened;
    }

    private void add(FrameHeader frame) {
        if (known == offsets.length) {
            offsets = Arrays.copyOf(offsets, known * 2);
            before = Arrays.copyOf(before, known * 2);
            after = Arrays.copyOf(after, known * 2);
            headers = Arrays.copyOf(headers, headers.length * 2);
            header = new FrameHeader(ByteBuffer.wrap(headers));
        }
        offsets[known] = reached;
        frame.copyTo(headers, known * FrameHeader.SIZE);
        Integer last = latest.put(frame.stream(), known);
        before[known] = last == null ? NONE : last;
        after[known] = NONE;
        if (last != null) {
            after[last] = known;
        }
        known++;
    }

    /** Whose batches have that number; null where none is known to have. */
    @Nullable StreamKey stream(int number) {
        return streams.get(number);
    }

    /** The batch of the same stream before; {@link #NONE} where there is none in this segment. */
    int before(int batch) {
        return before[batch];
    }

    /** The batch of the same stream after; {@link #NONE} where there is none in this segment. */
    int after(int batch) throws IOException {
        while (after[batch] == NONE && reached < length) {
            findNext();
        }
        return after[batch];
    }

    /** The header of one that is known; good until another is asked for. */
    FrameHeader header(int batch) {
        return header.at(batch * FrameHeader.SIZE);
    }

    /** Where it begins in the file. */
    int offset(int batch) {
        return offsets[batch];
    }

    /** Where it ends in the file. */
    int end(int batch) {
        return offsets[batch] + header(batch).frameLength();
    }
}
