package shop.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Compares passwords with their stored hashes. */
final class Passwords {
    // Few for real passwords, but the example should not spend its time here.
    private static final int ROUNDS = 20_000;
    private static final int BITS = 256;

    private Passwords() {}

    static boolean matches(String password, byte[] salt, byte[] hash) {
        try {
            var key = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, BITS);
            byte[] computed = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
            return MessageDigest.isEqual(computed, hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot hash passwords", e);
        }
    }
}
