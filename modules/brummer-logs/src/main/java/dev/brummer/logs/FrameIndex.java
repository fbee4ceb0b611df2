package dev.brummer.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The headers of all batches of records in one segment, and where they are. Goes from header to header: of large bodies
 * not a byte is read. Loaded again and again, for one segment after the other. For one thread.
 */
final class FrameIndex {
    private static final int FIRST_FRAMES = 1 << 10;
    private static final int AT_ONCE = 4 << 10;

    private final CRC32 sum = new CRC32();
    private final ByteBuffer chunk = ByteBuffer.allocate(AT_ONCE);
    private final FrameHeader inChunk = new FrameHeader(chunk);
    private byte[] headers = new byte[FIRST_FRAMES * FrameHeader.SIZE];
    private FrameHeader header = new FrameHeader(ByteBuffer.wrap(headers));
    private int[] offsets = new int[FIRST_FRAMES];
    private int count;
    private int chunkFrom;
    private int chunkTo;

    /**
     * Loads the headers of what is committed of a segment, up to the entry of {@code limit}.
     *
     * @return whose batches the numbers of streams in them mean
     */
    Map<Integer, StreamKey> load(Segment segment, long limit) throws IOException {
        count = 0;
        chunkFrom = 0;
        chunkTo = 0;
        // Other threads add streams to the segment's own map while it is written.
        Map<Integer, StreamKey> streams = new HashMap<>();
        int length = segment.isRemoved() ? 0 : Math.toIntExact(segment.committed());
        int at = 0;
        while (isThere(segment.file(), at, length)) {
            FrameHeader frame = inChunk.at(at - chunkFrom);
            if (!frame.isSound(sum) || frame.frameLength() > length - at || frame.sequence() >= limit) {
                break;
            }
            int end = at + frame.frameLength();
            if (frame.kind() == FrameKind.STREAM) {
                streams.put(frame.stream(), stream(segment.file(), at, frame.frameLength()));
            } else if (frame.kind() == FrameKind.RECORDS && streams.containsKey(frame.stream())) {
                add(at);
            }
            at = end;
        }
        return streams;
    }

    /** Reads on where the chunk does not hold the header at {@code at}; whether there is one. */
    private boolean isThere(SegmentFile file, int at, int length) throws IOException {
        if (chunkTo - at < FrameHeader.SIZE && length - at >= FrameHeader.SIZE) {
            chunkFrom = at;
            chunkTo = at + file.read(chunk.clear().limit(Math.min(AT_ONCE, length - at)), at);
            chunk.clear();
        }
        return chunkTo - at >= FrameHeader.SIZE;
    }

    private static StreamKey stream(SegmentFile file, int at, int length) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(length);
        int ignored = file.read(frame, at);
        return BodyReader.stream(new FrameHeader(frame.rewind()));
    }

    private void add(int at) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            headers = Arrays.copyOf(headers, headers.length * 2);
            header = new FrameHeader(ByteBuffer.wrap(headers));
        }
        offsets[count] = at;
        System.arraycopy(chunk.array(), at - chunkFrom, headers, count * FrameHeader.SIZE, FrameHeader.SIZE);
        count++;
    }

    /** How many batches there are. */
    int count() {
        return count;
    }

    /** The header of one; good until another is asked for. */
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
