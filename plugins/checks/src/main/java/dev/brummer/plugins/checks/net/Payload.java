package dev.brummer.plugins.checks.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes of one answer, taken from front to back. Whatever counts they hold, nothing is read or allocated beyond
 * their end.
 */
public final class Payload {
    private final String protocol;
    private final ByteBuffer bytes;

    private Payload(String protocol, ByteBuffer bytes) {
        this.protocol = protocol;
        this.bytes = bytes;
    }

    /** @param protocol what the bytes should be, for messages: {@code postgres} */
    public static Payload bigEndian(String protocol, byte[] bytes) {
        return new Payload(protocol, ByteBuffer.wrap(bytes));
    }

    /** The same with the least byte of a number first. */
    public static Payload littleEndian(String protocol, byte[] bytes) {
        return new Payload(protocol, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** How many bytes are left. */
    public int left() {
        return bytes.remaining();
    }

    /** A number of one byte, 0 to 255. */
    public int int8() throws IOException {
        return need(1).get() & 0xff;
    }

    /** A signed number of two bytes. */
    public int int16() throws IOException {
        return need(2).getShort();
    }

    /** A signed number of four bytes. */
    public int int32() throws IOException {
        return need(4).getInt();
    }

    /** A signed number of eight bytes. */
    public long int64() throws IOException {
        return need(8).getLong();
    }

    /** The next {@code count} bytes. */
    public byte[] bytes(int count) throws IOException {
        ByteBuffer source = need(count);
        byte[] taken = new byte[count];
        source.get(taken);
        return taken;
    }

    /** The next {@code count} bytes as text. */
    public String text(int count) throws IOException {
        return new String(bytes(count), UTF_8);
    }

    /** Text up to a zero byte, which is passed over. */
    public String zeroTerminated() throws IOException {
        int end = bytes.position();
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        String text = text(end - bytes.position());
        skip(1);
        return text;
    }

    public void skip(int count) throws IOException {
        need(count);
        bytes.position(bytes.position() + count);
    }

    /** Says that the bytes are not what the protocol wants. */
    public IOException malformed() {
        return new IOException("no " + protocol + " answer but malformed bytes");
    }

    private ByteBuffer need(int count) throws IOException {
        if (count < 0 || count > bytes.remaining()) {
            throw malformed();
        }
        return bytes;
    }
}
