package dev.brummer.logs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The 48 bytes before each frame's body, little endian: kind and magic, length of the body, sequence number, time in
 * microseconds, stream, flags, number of records, checksum of the body, checksum of the header. Checksums are CRC-32:
 * the JDK's CRC-32C is no faster here, and its first use costs 1.5 ms on the way to the first service.
 */
final class FrameHeader {
    static final int SIZE = 48;

    private static final int MAGIC = 0x4A5242 << 8;
    private static final int MAGIC_MASK = 0xFFFFFF00;
    private static final int LENGTH = 4;
    private static final int SEQUENCE = 8;
    private static final int TIME = 16;
    private static final int STREAM = 24;
    private static final int FLAGS = 28;
    private static final int RECORDS = 32;
    private static final int BODY_SUM = 40;
    private static final int HEADER_SUM = 44;

    /** A flag: the last record is a piece of a longer line. */
    static final int CONTINUES = 1;
    /** A flag: the lines are of printable ASCII and tabs alone. */
    static final int PLAIN = 2;

    private final ByteBuffer bytes;
    private int at;

    /** Reads headers from {@code bytes}, which becomes little endian. */
    FrameHeader(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes a header at the start of {@code into}; sequence and time are for {@link #stamp}. */
    static void write(ByteBuffer into, FrameKind kind, int stream, int flags, long records, Body body) {
        into.putInt(0, MAGIC | kind.code());
        into.putInt(LENGTH, body.length());
        into.putInt(STREAM, stream);
        into.putInt(FLAGS, flags);
        into.putLong(RECORDS, records);
        into.putInt(BODY_SUM, body.checksum());
    }

    /** What a header says of its frame's body. */
    record Body(int length, int checksum) {}

    /** Completes a written header. */
    static void stamp(ByteBuffer header, long sequence, long micros, CRC32 sum) {
        header.putLong(SEQUENCE, sequence);
        header.putLong(TIME, micros);
        header.putInt(HEADER_SUM, sum(header, 0, sum));
    }

    private static int sum(ByteBuffer bytes, int at, CRC32 sum) {
        sum.reset();
        if (bytes.hasArray()) {
            sum.update(bytes.array(), bytes.arrayOffset() + at, HEADER_SUM);
        } else {
            sum.update(bytes.slice(at, HEADER_SUM));
        }
        return (int) sum.getValue();
    }

    /** Copies the header. */
    void copyTo(byte[] target, int offset) {
        var ignored = bytes.get(at, target, offset, SIZE);
    }

    /** Looks at the header that begins at {@code offset}. */
    FrameHeader at(int offset) {
        at = offset;
        return this;
    }

    /** Whether this is a header, and as it was written. */
    boolean isSound(CRC32 sum) {
        return (bytes.getInt(at) & MAGIC_MASK) == MAGIC
                && bodyLength() >= 0
                && records() >= 0
                && bytes.getInt(at + HEADER_SUM) == sum(bytes, at, sum);
    }

    /** Whether the body that follows is as it was written. */
    boolean isBodySound(CRC32 sum) {
        sum.reset();
        sum.update(bytes.slice(body(), bodyLength()));
        return (int) sum.getValue() == bytes.getInt(at + BODY_SUM);
    }

    @Nullable FrameKind kind() {
        return FrameKind.of(bytes.getInt(at) & ~MAGIC_MASK);
    }

    int bodyLength() {
        return bytes.getInt(at + LENGTH);
    }

    long sequence() {
        return bytes.getLong(at + SEQUENCE);
    }

    long micros() {
        return bytes.getLong(at + TIME);
    }

    int stream() {
        return bytes.getInt(at + STREAM);
    }

    boolean continues() {
        return (bytes.getInt(at + FLAGS) & CONTINUES) != 0;
    }

    boolean isPlain() {
        return (bytes.getInt(at + FLAGS) & PLAIN) != 0;
    }

    /** How many sequence numbers the frame takes. */
    long records() {
        return bytes.getLong(at + RECORDS);
    }

    /** Where the body begins. */
    int body() {
        return at + SIZE;
    }

    /** Header and body together. */
    int frameLength() {
        return SIZE + bodyLength();
    }

    ByteBuffer bytes() {
        return bytes;
    }
}
