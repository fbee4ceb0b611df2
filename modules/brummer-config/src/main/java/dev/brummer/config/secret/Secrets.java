package dev.brummer.config.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** The same tree with its secrets masked. */
    public static Map<String, Object> mask(Map<String, Object> tree) {
        Map<String, Object> masked = new LinkedHashMap<>();
        tree.forEach((key, value) -> masked.put(key, mask(key, value)));
        return masked;
    }

    @SuppressWarnings("unchecked") // The trees of this project have string keys.
    private static @Nullable Object mask(String key, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> mask((Map<String, Object>) map);
            case List<?> list -> list(key, list);
            case String text -> masked(key, text);
            case null, default -> value;
        };
    }

    private static List<Object> list(String key, List<?> list) {
        List<Object> masked = new ArrayList<>(list.size());
        for (Object each : list) {
            masked.add(mask(key, each));
        }
        return masked;
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
