package dev.brummer.config.secret;

import java.util.List;
import java.util.Locale;

/** Hides what should not be read over a shoulder or in a CI log: values by their key, and passwords in URLs. */
public final class Secrets {
    /** What stands for whatever is hidden. */
    public static final String MASK = "***";

    private static final List<String> WORDS = List.of(
            "password", "passwd", "passphrase", "secret", "token", "credential", "apikey", "privatekey", "accesskey",
            "authorization");

    private static final List<String> ENDINGS = List.of("pwd", "pass", "key", "keys", "creds", "jwt");

    /** What ends like a secret and is none: folders as every shell calls them, and words. */
    private static final List<String> OTHERS = List.of("pwd", "oldpwd", "pass", "bypass", "key", "keys");

    private Secrets() {}

    /** The value of a variable as anybody may read it: the same where there is nothing to hide. */
    public static String masked(String name, String value) {
        return isSecret(name) && !value.isEmpty() ? MASK : UrlPasswords.masked(value);
    }

    /** The value of a variable as anybody may read it: nothing of it where an env file says it. */
    public static String masked(SecretVariable variable) {
        return variable.inEnvFile() && !variable.value().isEmpty()
                ? MASK
                : masked(variable.name(), variable.value());
    }

    /** A header, as {@code Authorization: Bearer x}, as anybody may read it. */
    public static String header(String text) {
        int colon = text.indexOf(':');
        boolean secret = colon > 0 && isSecretHeader(text.substring(0, colon).strip());
        return secret ? text.substring(0, colon + 1) + " " + MASK : UrlPasswords.masked(text);
    }

    static boolean isSecretHeader(String name) {
        return isSecret(name) || name.toLowerCase(Locale.ROOT).endsWith("cookie");
    }

    /** Whether the name of a variable, key or header says that its value is secret. */
    public static boolean isSecret(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(".", "");
        for (String word : WORDS) {
            if (plain.contains(word)) {
                return true;
            }
        }
        return !OTHERS.contains(plain) && ENDINGS.stream().anyMatch(plain::endsWith);
    }
}
