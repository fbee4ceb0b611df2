package dev.brummer.plugins.checks.mongo;

import dev.brummer.plugins.checks.net.Connection;
import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.Payload;
import dev.brummer.plugins.checks.net.PlainText;
import dev.brummer.plugins.checks.net.ServerCheck.Conversation;
import dev.brummer.spi.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** {@code hello}, and what it says of the member that answers. */
final class MongoHello implements Conversation {
    private static final String PROTOCOL = "mongodb";
    private static final int OP_MSG = 2013;
    private static final int HEADER_BYTES = 16;
    private static final int FLAGS_AND_KIND_BYTES = 5;
    private static final int CHECKSUM_PRESENT = 1;
    private static final int MORE_TO_COME = 2;
    private static final int REQUEST_ID = 1;
    /** An answer to hello has a few hundred bytes, and some for each member of a replica set. */
    private static final int LONGEST = 256 * 1024;

    private static final byte[] REQUEST = request();

    private static byte[] request() {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        BsonDocument.writeInt32(document, "hello", 1);
        BsonDocument.writeText(document, "$db", "admin");
        byte[] body = BsonDocument.sized(document.toByteArray());
        return ByteBuffer.allocate(HEADER_BYTES + FLAGS_AND_KIND_BYTES + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(HEADER_BYTES + FLAGS_AND_KIND_BYTES + body.length)
                .putInt(REQUEST_ID)
                .putInt(0)
                .putInt(OP_MSG)
                .putInt(0)
                .put((byte) 0)
                .put(body)
                .array();
    }

    @Override
    public Answer over(Connection connection, Deadline deadline) throws IOException {
        connection.send(REQUEST);
        BsonDocument hello = answer(connection);
        if (hello.number("ok") != 1) {
            String said = PlainText.oneLine(hello.text("errmsg"), 100);
            return Answer.failing("mongodb said: " + said + " (" + (long) hello.number("code") + ")");
        }
        String set = PlainText.oneLine(hello.text("setName"), 40);
        String ofSet = set.isEmpty() ? "" : " of " + set;
        return role(hello, set)
                .map(role -> Answer.passing("mongodb" + role + ofSet + " answered in " + deadline.elapsed()))
                .orElseGet(() -> Answer.failing("mongodb" + ofSet + " is neither primary nor secondary yet"));
    }

    /** Empty for a member that serves nobody yet. */
    private static Optional<String> role(BsonDocument hello, String set) {
        if (hello.text("msg").equals("isdbgrid")) {
            return Optional.of(" router");
        }
        if (hello.flag("isWritablePrimary")) {
            return Optional.of(set.isEmpty() ? "" : " primary");
        }
        if (hello.flag("secondary")) {
            return Optional.of(" secondary");
        }
        return hello.flag("arbiterOnly") ? Optional.of(" arbiter") : Optional.empty();
    }

    private static BsonDocument answer(Connection connection) throws IOException {
        byte[] size = connection.read(4);
        int length = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < HEADER_BYTES + FLAGS_AND_KIND_BYTES || length > LONGEST) {
            throw connection.unlike(PROTOCOL, size);
        }
        byte[] header = connection.read(HEADER_BYTES - 4);
        ByteBuffer ids = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        if (ids.getInt(4) != REQUEST_ID || ids.getInt(8) != OP_MSG) {
            throw connection.unlike(PROTOCOL, header);
        }
        Payload body = Payload.littleEndian(PROTOCOL, connection.read(length - HEADER_BYTES));
        int flags = body.int32();
        int kind = body.int8();
        if ((flags & ~(CHECKSUM_PRESENT | MORE_TO_COME) & 0xffff) != 0 || kind != 0) {
            throw body.malformed();
        }
        return BsonDocument.read(body);
    }
}
