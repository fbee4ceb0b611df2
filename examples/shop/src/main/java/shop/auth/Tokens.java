package shop.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed tokens that carry a user's id and the second they expire: {@code user.expiry.signature}. */
final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,11})\\.([\\w-]+)");

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final InstantSource clock;

    Tokens(String secret, Duration lifetime, InstantSource clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    String issue(long user) {
        String claim = user + "." + clock.instant().plus(lifetime).getEpochSecond();
        return claim + "." + sign(claim);
    }

    /** The user a token belongs to, if we signed it and it has not expired. */
    Optional<Long> userOf(String token) {
        var matcher = TOKEN.matcher(token == null ? "" : token);
        if (!matcher.matches() || !signed(matcher.group(1) + "." + matcher.group(2), matcher.group(3))) {
            return Optional.empty();
        }
        Instant expiry = Instant.ofEpochSecond(Long.parseLong(matcher.group(2)));
        return clock.instant().isBefore(expiry) ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    private boolean signed(String claim, String signature) {
        return MessageDigest.isEqual(
                sign(claim).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String claim) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signature = mac.doFinal(claim.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign tokens", e);
        }
    }
}
