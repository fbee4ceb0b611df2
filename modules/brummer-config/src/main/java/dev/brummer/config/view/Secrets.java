package dev.brummer.config.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hides what should not be read over a shoulder or in a CI log: values by their key, and passwords in URLs. */
public final class Secrets {
    static final String MASK = "***";
    private static final List<String> WORDS = List.of(
            "password", "passwd", "passphrase", "secret", "token", "credential", "apikey", "privatekey", "accesskey");

    /** What every shell calls the folders that it is and was in. */
    private static final List<String> FOLDERS = List.of("pwd", "oldpwd");

    private Secrets() {}

    /** The value of a variable as anybody may read it: the same where there is nothing to hide. */
    public static String masked(String name, String value) {
        return isSecret(name) && !value.isEmpty() ? MASK : url(value);
    }

    /** The same tree with its secrets masked. */
    static Map<String, Object> mask(Map<String, Object> tree) {
        Map<String, Object> masked = new LinkedHashMap<>();
        tree.forEach((key, value) -> masked.put(key, mask(key, value)));
        return masked;
    }

    @SuppressWarnings("unchecked") // The trees of this package have string keys.
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

    static boolean isSecret(String key) {
        String plain = key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(".", "");
        for (String word : WORDS) {
            if (plain.contains(word)) {
                return true;
            }
        }
        if (FOLDERS.contains(plain)) {
            return false;
        }
        return plain.endsWith("pwd") || plain.endsWith("key") && !plain.equals("key");
    }

    /** {@code postgres://user:password@host} without the password. */
    private static String url(String text) {
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            return text;
        }
        int begin = scheme + 3;
        int end = begin;
        while (end < text.length() && "/ \"'?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int at = text.lastIndexOf('@', end - 1);
        int colon = text.indexOf(':', begin);
        String head = text.substring(0, end);
        if (at > begin && colon > 0 && colon < at) {
            head = text.substring(0, colon + 1) + MASK + text.substring(at, end);
        }
        return head + url(text.substring(end));
    }
}
