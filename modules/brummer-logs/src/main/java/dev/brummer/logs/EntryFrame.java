package dev.brummer.logs;

import dev.brummer.spi.FactBatch;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.StateChange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.zip.CRC32;

/** A frame of a state change, a notice, a gap, or of what the journal writes for itself. */
final class EntryFrame implements Frame {
    private final ByteBuffer header =
            ByteBuffer.allocate(FrameHeader.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer body;
    private final long records;
    private final Maker maker;

    /** Makes the entry once sequence number and time are known. */
    @FunctionalInterface
    interface Maker {
        JournalEntry make(long sequence, Instant time);
    }

    private EntryFrame(FrameKind kind, ByteBuffer body, int stream, long records, Maker maker) {
        this.body = body;
        this.records = records;
        this.maker = maker;
        var sum = new CRC32();
        sum.update(body.duplicate());
        var described = new FrameHeader.Body(body.remaining(), (int) sum.getValue());
        FrameHeader.write(header, kind, stream, 0, records, described);
    }

    /** A frame of what {@code maker} makes: called right here too, for what is encoded depends on neither argument. */
    static EntryFrame stateChange(Maker maker) {
        return of((StateChange) maker.make(0, Instant.EPOCH), maker);
    }

    /** A frame of what {@code maker} makes: called right here too, for what is encoded depends on neither argument. */
    static EntryFrame notice(Maker maker) {
        return of((Notice) maker.make(0, Instant.EPOCH), maker);
    }

    /** A frame of an entry that has its sequence number already. */
    static EntryFrame of(JournalEntry entry) {
        return switch (entry) {
            case StateChange change -> of(change, (_, _) -> change);
            case Notice notice -> of(notice, (_, _) -> notice);
            case Gap gap -> new EntryFrame(FrameKind.GAP, BodyWriter.gap(gap), 0, gap.records(), (_, _) -> gap);
            case LogBatch _, FactBatch _ ->
                throw new IllegalArgumentException("records and facts have frames of their own");
        };
    }

    private static EntryFrame of(StateChange change, Maker maker) {
        return new EntryFrame(FrameKind.STATE, BodyWriter.state(change), 0, 1, maker);
    }

    private static EntryFrame of(Notice notice, Maker maker) {
        return new EntryFrame(FrameKind.NOTICE, BodyWriter.notice(notice), 0, 1, maker);
    }

    /** Opens a segment. */
    static EntryFrame segment(int version, int number) {
        return own(FrameKind.SEGMENT, BodyWriter.segment(version, number), 0);
    }

    /** Says which stream a number stands for. */
    static EntryFrame stream(int id, StreamKey key) {
        return own(FrameKind.STREAM, BodyWriter.stream(key), id);
    }

    /** Says that the start ended in order, and with which exit code. */
    static EntryFrame end(int exit) {
        return own(FrameKind.END, BodyWriter.end(exit), 0);
    }

    private static EntryFrame own(FrameKind kind, ByteBuffer body, int stream) {
        return new EntryFrame(kind, body, stream, 0, (_, _) -> {
            throw new IllegalStateException(kind + " frames are no entries");
        });
    }

    @Override
    public long records() {
        return records;
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

    @Override
    public JournalEntry keepable(long sequence, Instant time) {
        return maker.make(sequence, time);
    }
}
