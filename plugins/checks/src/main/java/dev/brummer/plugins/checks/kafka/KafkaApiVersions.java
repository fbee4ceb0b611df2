package dev.brummer.plugins.checks.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.plugins.checks.net.Connection;
import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.Payload;
import dev.brummer.plugins.checks.net.ServerCheck.Conversation;
import dev.brummer.spi.Answer;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * ApiVersions in version 0, the one request that may come before a login. A controller answers it too; who can be
 * produced to lists the request Produce.
 */
final class KafkaApiVersions implements Conversation {
    private static final String PROTOCOL = "kafka";
    private static final short PRODUCE = 0;
    private static final short API_VERSIONS = 18;
    private static final int CORRELATION_ID = 0x4252554d;
    private static final byte[] CLIENT = "brummer".getBytes(US_ASCII);
    /** A broker lists some dozens of requests, six bytes each. */
    private static final int LONGEST = 64 * 1024;

    private static final int BYTES_PER_API = 6;
    private static final byte[] REQUEST = request();

    private static byte[] request() {
        int length = 2 + 2 + 4 + 2 + CLIENT.length;
        return ByteBuffer.allocate(4 + length)
                .putInt(length)
                .putShort(API_VERSIONS)
                .putShort((short) 0)
                .putInt(CORRELATION_ID)
                .putShort((short) CLIENT.length)
                .put(CLIENT)
                .array();
    }

    @Override
    public Answer over(Connection connection, Deadline deadline) throws IOException {
        connection.send(REQUEST);
        Payload answer = answer(connection);
        int error = answer.int16();
        if (error != 0) {
            return Answer.failing("kafka answered with error " + error + meaning(error));
        }
        int count = answer.int32();
        if (count < 0 || (long) count * BYTES_PER_API > answer.left()) {
            throw answer.malformed();
        }
        return takesMessages(answer, count)
                ? Answer.passing("kafka answered in " + deadline.elapsed())
                : Answer.failing("kafka answered, but is no broker: it takes no messages");
    }

    private static Payload answer(Connection connection) throws IOException {
        byte[] size = connection.read(4);
        int length = ByteBuffer.wrap(size).getInt();
        if (length < 6 || length > LONGEST) {
            throw connection.unlike(PROTOCOL, size);
        }
        Payload answer = Payload.bigEndian(PROTOCOL, connection.read(length));
        if (answer.int32() != CORRELATION_ID) {
            throw answer.malformed();
        }
        return answer;
    }

    private static boolean takesMessages(Payload apis, int count) throws IOException {
        boolean produce = false;
        for (int i = 0; i < count; i++) {
            produce |= apis.int16() == PRODUCE;
            apis.skip(BYTES_PER_API - 2);
        }
        return produce;
    }

    /** Those of Kafka's error codes that a broker may have for this request. */
    private static String meaning(int error) {
        return switch (error) {
            case -1 -> ": unknown server error";
            case 8 -> ": broker not available";
            case 34 -> ": illegal SASL state";
            case 35 -> ": unsupported version";
            case 42 -> ": invalid request";
            case 58 -> ": SASL authentication failed";
            default -> "";
        };
    }
}
