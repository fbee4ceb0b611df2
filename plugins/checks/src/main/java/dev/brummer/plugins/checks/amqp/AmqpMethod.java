package dev.brummer.plugins.checks.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.plugins.checks.net.Connection;
import dev.brummer.plugins.checks.net.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A method of the class {@code connection}, in a frame on channel 0.
 *
 * @param id which one; its arguments follow
 */
record AmqpMethod(int id, Payload arguments) {
    static final int START = 10;
    static final int START_OK = 11;
    static final int TUNE = 30;
    static final int TUNE_OK = 31;
    static final int OPEN = 40;
    static final int OPEN_OK = 41;
    static final int CLOSE = 50;
    static final int CLOSE_OK = 51;

    private static final String PROTOCOL = "amqp";
    private static final int CONNECTION = 10;
    private static final byte METHOD_FRAME = 1;
    private static final byte FRAME_END = (byte) 0xce;
    /** Before other sizes are agreed upon 4 KiB are the limit, which some servers take lightly. */
    private static final int LONGEST = 64 * 1024;

    static AmqpMethod read(Connection connection) throws IOException {
        return read(connection, connection.read(1)[0]);
    }

    /** @param type the first byte, which was already read */
    static AmqpMethod read(Connection connection, byte type) throws IOException {
        if (type != METHOD_FRAME) {
            throw connection.unlike(PROTOCOL, type);
        }
        ByteBuffer head = ByteBuffer.wrap(connection.read(6));
        int channel = head.getShort();
        int length = head.getInt();
        if (channel != 0 || length < 4 || length > LONGEST) {
            throw connection.unlike(PROTOCOL, head.array());
        }
        Payload payload = Payload.bigEndian(PROTOCOL, connection.read(length));
        if (connection.read(1)[0] != FRAME_END || payload.int16() != CONNECTION) {
            throw payload.malformed();
        }
        return new AmqpMethod(payload.int16(), payload);
    }

    /** The bytes of a method to send. */
    static byte[] frame(int id, byte[]... arguments) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.writeBytes(int16(CONNECTION));
        payload.writeBytes(int16(id));
        for (byte[] argument : arguments) {
            payload.writeBytes(argument);
        }
        return ByteBuffer.allocate(8 + payload.size())
                .put(METHOD_FRAME)
                .putShort((short) 0)
                .putInt(payload.size())
                .put(payload.toByteArray())
                .put(FRAME_END)
                .array();
    }

    static byte[] int16(int value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }

    static byte[] int32(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    /** @throws IllegalArgumentException if it has more than 255 bytes */
    static byte[] shortText(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > 255) {
            throw new IllegalArgumentException("AMQP has no room for a name of " + bytes.length + " bytes");
        }
        return ByteBuffer.allocate(1 + bytes.length).put((byte) bytes.length).put(bytes).array();
    }

    static byte[] longText(byte[] bytes) {
        return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
    }
}
