package dev.brummer.plugins.checks.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.plugins.checks.net.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One login by SCRAM-SHA-256, without channel binding (RFC 5802, RFC 7677). The password does not leave this object,
 * and at the end the server has to show that it knows it too.
 */
final class Scram {
    private static final String NO_CHANNEL_BINDING = "n,,";
    private static final Pattern CHALLENGE = Pattern.compile("r=([!-+\\--~]+),s=([A-Za-z0-9+/=]+),i=([1-9]\\d{0,9})");
    private static final int ITERATIONS_BETWEEN_LOOKS = 1024;

    private final String password;
    private final String bareFirst;
    private final String nonce;
    private byte[] expectedSignature = new byte[0];

    /** @param user as the server's log would show it; PostgreSQL goes by that of the start-up message */
    Scram(String user, String password, String nonce) {
        this.password = SaslPassword.prepare(password);
        this.nonce = nonce;
        this.bareFirst = "n=" + user + ",r=" + nonce;
    }

    static Scram begin(String password) {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        return new Scram("", password, Base64.getEncoder().encodeToString(random));
    }

    /** What the client says first. */
    String first() {
        return NO_CHANNEL_BINDING + bareFirst;
    }

    /**
     * What the client says last.
     *
     * @param challenge what the server said to the first; how often it has the password hashed is bounded by {@code
     *     deadline}
     */
    String last(String challenge, Deadline deadline) throws IOException {
        Matcher parts = CHALLENGE.matcher(challenge);
        if (!parts.matches() || !parts.group(1).startsWith(nonce) || parts.group(1).length() == nonce.length()) {
            throw new IOException("no postgres answer but a malformed challenge");
        }
        String binding = Base64.getEncoder().encodeToString(NO_CHANNEL_BINDING.getBytes(UTF_8));
        String withoutProof = "c=" + binding + ",r=" + parts.group(1);
        String signed = bareFirst + "," + challenge + "," + withoutProof;
        try {
            byte[] salted = salted(salt(parts.group(2)), Long.parseLong(parts.group(3)), deadline);
            expectedSignature = hmac(hmac(salted, "Server Key"), signed);
            return withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof(salted, signed));
        } catch (GeneralSecurityException e) {
            throw new IOException("this JDK has no SHA-256: " + e.getMessage(), e);
        }
    }

    /** Whether what the server says last shows that it knows the password. */
    boolean isProvenBy(String last) {
        String expected = "v=" + Base64.getEncoder().encodeToString(expectedSignature);
        return expectedSignature.length > 0 && MessageDigest.isEqual(expected.getBytes(UTF_8), last.getBytes(UTF_8));
    }

    private static byte[] salt(String base64) throws IOException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException("no postgres answer but a malformed challenge", e);
        }
    }

    private static byte[] proof(byte[] salted, String signed) throws GeneralSecurityException {
        byte[] key = hmac(salted, "Client Key");
        byte[] signature = hmac(MessageDigest.getInstance("SHA-256").digest(key), signed);
        return xor(key, signature);
    }

    private byte[] salted(byte[] salt, long iterations, Deadline deadline)
            throws IOException, GeneralSecurityException {
        Mac mac = mac(password.getBytes(UTF_8));
        mac.update(salt);
        byte[] round = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] all = round;
        for (long count = 1; count < iterations; count++) {
            if (count % ITERATIONS_BETWEEN_LOOKS == 0) {
                look(iterations, deadline);
            }
            round = mac.doFinal(round);
            all = xor(all, round);
        }
        return all;
    }

    private static void look(long iterations, Deadline deadline) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("no longer wanted");
        }
        try {
            deadline.millisLeft();
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    "hashing the password " + iterations + " times takes longer than " + deadline.granted(), e);
        }
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        return mac(key).doFinal(text.getBytes(UTF_8));
    }

    private static Mac mac(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac;
    }

    private static byte[] xor(byte[] left, byte[] right) {
        byte[] both = new byte[left.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = (byte) (left[i] ^ right[i]);
        }
        return both;
    }
}
