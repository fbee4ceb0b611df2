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

    /**
     * Loads the headers of what is committed of a segment, up to the entry of {@code limit}.
     *
     * @return whose batches the numbers of streams in them mean
     */
    Map<Integer, StreamKey> load(Segment segment, long limit) throws IOException {
        count = 0;
        // Other threads add streams to the segment's own map while it is written.
        Map<Integer, StreamKey> streams = new HashMap<>();
        int length = segment.isRemoved() ? 0 : Math.toIntExact(segment.committed());
        int from = 0;
        int to = 0;
        for (int at = 0; length - at >= FrameHeader.SIZE; ) {
            if (to - at < FrameHeader.SIZE) {
                from = at;
                to = at + segment.file().read(chunk.clear().limit(Math.min(AT_ONCE, length - at)), at);
                chunk.clear();
            }
            FrameHeader frame = inChunk.at(at - from);
            if (to - at < FrameHeader.SIZE || !frame.isSound(sum) || frame.frameLength() > length - at
                    || frame.sequence() >= limit) {
                break;
            }
            FrameKind kind = frame.kind();
            int end = at + frame.frameLength();
            if (kind == FrameKind.STREAM) {
                streams.put(frame.stream(), stream(segment, at, frame.frameLength()));
            } else if (kind == FrameKind.RECORDS && streams.containsKey(frame.stream())) {
                add(at, at - from);
            }
            at = end;
        }
        return streams;
    }

    private static StreamKey stream(Segment segment, int at, int length) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(length);
        int ignored = segment.file().read(frame, at);
        return BodyReader.stream(new FrameHeader(frame.rewind()));
    }

    private void add(int at, int inChunk) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            headers = Arrays.copyOf(headers, headers.length * 2);
            header = new FrameHeader(ByteBuffer.wrap(headers));
        }
        offsets[count] = at;
        System.arraycopy(chunk.array(), inChunk, headers, count * FrameHeader.SIZE, FrameHeader.SIZE);
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
