package dev.brummer.logs;

import dev.brummer.spi.FoundFact;
import dev.brummer.spi.JournalEntry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A frame of facts that were found together. */
final class FactsFrame implements Frame {
    private final ByteBuffer header =
            ByteBuffer.allocate(FrameHeader.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer body;
    private final int facts;

    FactsFrame(List<FoundFact> found) {
        this.body = FactWriter.body(found);
        this.facts = found.size();
        var sum = new CRC32();
        sum.update(body.duplicate());
        var described = new FrameHeader.Body(body.remaining(), (int) sum.getValue());
        FrameHeader.write(header, FrameKind.FACTS, 0, 0, facts, described);
    }

    @Override
    public long records() {
        return facts;
    }

    @Override
    public int size() {
        return FrameHeader.SIZE + body.capacity();
    }

    @Override
    public ByteBuffer[] parts(Segment segment, long sequence, long micros, CRC32 sum) {
        FrameHeader.stamp(header, sequence, micros, sum);
        return new ByteBuffer[] {header, body};
    }

    // They may be many, and the lines in which they stand are not stored either.
    @Override
    public @Nullable JournalEntry keepable(long sequence, Instant time) {
        return null;
    }
}
