package dev.brummer.logs;

import dev.brummer.spi.JournalEntry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The frame of one batch of records: header, line table, and the bytes as they came. One object serves all batches of
 * a stream, so that none is made per batch. Not safe for use by several threads.
 */
final class RecordsFrame implements Frame {
    private final int id;
    private final StreamKey key;
    private final EntryFrame declaration;
    private final ByteBuffer header =
            ByteBuffer.allocateDirect(FrameHeader.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32 sum = new CRC32();
    private ByteBuffer table = header;
    private ByteBuffer bytes = header;
    private int records;

    /** @param id the number that stands for the stream in this start's journal */
    RecordsFrame(int id, StreamKey key) {
        this.id = id;
        this.key = key;
        this.declaration = EntryFrame.stream(id, key);
    }

    /** Takes what comes next; neither argument may change until it is appended. */
    RecordsFrame of(LineTable lines, ByteBuffer source, boolean continued) {
        table = lines.packed();
        bytes = source.slice(lines.start(), lines.end() - lines.start());
        records = lines.count();
        int length = table.remaining() + bytes.remaining();
        int flags = (continued ? FrameHeader.CONTINUES : 0) | (lines.isPlain() ? FrameHeader.PLAIN : 0);
        FrameHeader.write(header, FrameKind.RECORDS, id, flags, records, new FrameHeader.Body(length, checksum()));
        return this;
    }

    private int checksum() {
        sum.reset();
        sum.update(table);
        sum.update(bytes);
        return (int) sum.getValue();
    }

    @Override
    public long records() {
        return records;
    }

    @Override
    public int size() {
        return FrameHeader.SIZE + table.capacity() + bytes.capacity() + declaration.size();
    }

    @Override
    public ByteBuffer[] parts(Segment segment, long sequence, long micros, CRC32 sum) {
        FrameHeader.stamp(header, sequence, micros, sum);
        if (segment.declare(id, key)) {
            ByteBuffer[] first = declaration.parts(segment, sequence, micros, sum);
            return new ByteBuffer[] {first[0], first[1], header, table, bytes};
        }
        return new ByteBuffer[] {header, table, bytes};
    }

    @Override
    public @Nullable JournalEntry keepable(long sequence, Instant time) {
        return null;
    }
}
