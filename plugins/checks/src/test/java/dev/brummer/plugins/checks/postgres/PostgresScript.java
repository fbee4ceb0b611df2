package dev.brummer.plugins.checks.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.plugins.checks.kit.Script.Step;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** What PostgreSQL says, byte by byte as its documentation has it. */
final class PostgresScript {
    private static final byte[] SALT = "0123456789abcdef".getBytes(UTF_8);
    private static final int ITERATIONS = 64;

    private PostgresScript() {}

    static byte[] message(char type, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) type)
                .putInt(4 + body.length)
                .put(body)
                .array();
    }

    static byte[] authentication(int kind, byte... rest) {
        return message('R', join(ByteBuffer.allocate(4).putInt(kind).array(), rest));
    }

    static byte[] error(String sqlState, String text) {
        return message('E', ("SFATAL\0VFATAL\0C" + sqlState + "\0M" + text + "\0\0").getBytes(UTF_8));
    }

    /** What follows once somebody is let in. */
    static byte[] welcome() {
        return join(
                authentication(0),
                message('S', "server_version\00015.8\0".getBytes(UTF_8)),
                message('K', new byte[8]),
                message('Z', new byte[] {'I'}));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A server that knows {@code password}, and tests whether the client does. */
    static List<Step> scram(String password) {
        AtomicReference<String> begun = new AtomicReference<>("");
        return List.of(
                Step.of(authentication(10, "SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0".getBytes(UTF_8))),
                request -> challenge(request, begun),
                request -> verdict(request, begun.get(), password));
    }

    private static byte[] challenge(byte[] request, AtomicReference<String> begun) {
        String text = new String(request, UTF_8);
        String bare = text.substring(text.indexOf("n,,") + 3);
        String nonce = bare.substring(bare.indexOf("r=") + 2);
        String challenge = "r=" + nonce + "server,s=" + Base64.getEncoder().encodeToString(SALT) + ",i=" + ITERATIONS;
        begun.set(bare + "," + challenge);
        return authentication(11, challenge.getBytes(UTF_8));
    }

    private static byte[] verdict(byte[] request, String begun, String password) {
        try {
            String text = new String(request, 5, request.length - 5, UTF_8);
            String withoutProof = text.substring(0, text.indexOf(",p="));
            byte[] proof = Base64.getDecoder().decode(text.substring(text.indexOf(",p=") + 3));
            String signed = begun + "," + withoutProof;
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), SALT, ITERATIONS, 256))
                    .getEncoded();
            byte[] stored = sha256(hmac(salted, "Client Key"));
            byte[] signature = hmac(stored, signed);
            for (int i = 0; i < proof.length; i++) {
                proof[i] ^= signature[i];
            }
            if (!MessageDigest.isEqual(sha256(proof), stored)) {
                return error("28P01", "password authentication failed for user \"shop\"");
            }
            String proven = "v=" + Base64.getEncoder().encodeToString(hmac(hmac(salted, "Server Key"), signed));
            return join(authentication(12, proven.getBytes(UTF_8)), welcome());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
