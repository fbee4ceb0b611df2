package dev.brummer.plugins.checks.postgres;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Passwords as SASLprep (RFC 4013) writes them, so that the same one typed in two ways is one. */
final class SaslPassword {
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\u200b]");
    /** Table B.1 of RFC 3454: characters that are mapped to nothing. */
    private static final Pattern NOTHINGS = Pattern.compile(
            "[\u00ad\u034f\u1806\u180b-\u180d\u200c\u200d\u2060\ufe00-\ufe0f\ufeff]");

    private SaslPassword() {}

    /** One with control characters, or of which nothing would be left, stays as it is, as with PostgreSQL. */
    static String prepare(String password) {
        if (password.chars().anyMatch(Character::isISOControl)) {
            return password;
        }
        String mapped = NOTHINGS.matcher(SPACES.matcher(password).replaceAll(" ")).replaceAll("");
        return mapped.isEmpty() ? password : Normalizer.normalize(mapped, Normalizer.Form.NFKC);
    }
}
