package dev.brummer.plugins.checks.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The messages that a client sends until it is let in, as bytes. */
final class PostgresRequest {
    private static final int PROTOCOL_3_0 = 3 << 16;
    private static final int GSS_ENCRYPTION = 1234 << 16 | 5680;

    private PostgresRequest() {}

    static byte[] startUp(Login login) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ByteBuffer.allocate(4).putInt(PROTOCOL_3_0).array());
        parameter(body, "user", login.user());
        parameter(body, "database", login.database());
        parameter(body, "application_name", "brummer");
        parameter(body, "client_encoding", "UTF8");
        body.write(0);
        return sized(body.toByteArray());
    }

    private static void parameter(ByteArrayOutputStream body, String name, String value) {
        body.writeBytes(zeroTerminated(name));
        body.writeBytes(zeroTerminated(value));
    }

    /** Asks whether the server would encrypt in the way of GSSAPI. */
    static byte[] gssEncryption() {
        return sized(ByteBuffer.allocate(4).putInt(GSS_ENCRYPTION).array());
    }

    /** A password, as it is or digested. */
    static byte[] password(String password) {
        return typed('p', zeroTerminated(password));
    }

    static byte[] saslInitial(String mechanism, String first) {
        byte[] name = zeroTerminated(mechanism);
        byte[] text = first.getBytes(UTF_8);
        return typed('p', ByteBuffer.allocate(name.length + 4 + text.length)
                .put(name)
                .putInt(text.length)
                .put(text)
                .array());
    }

    static byte[] sasl(String text) {
        return typed('p', text.getBytes(UTF_8));
    }

    static byte[] terminate() {
        return typed('X', new byte[0]);
    }

    private static byte[] typed(char type, byte[] body) {
        byte[] sized = sized(body);
        return ByteBuffer.allocate(1 + sized.length).put((byte) type).put(sized).array();
    }

    private static byte[] sized(byte[] body) {
        return ByteBuffer.allocate(4 + body.length).putInt(4 + body.length).put(body).array();
    }

    private static byte[] zeroTerminated(String text) {
        return (text + "\0").getBytes(UTF_8);
    }
}
