package dev.brummer.insight.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Steps over JSON as far as it takes to find a member of an object. What is broken finds nothing. */
public final class Json {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{4}");

    private Json() {}

    /** Where the closing quote is of the string whose text begins at {@code from}; {@code end} where there is none. */
    public static int endOfString(byte[] json, int from, int end) {
        int at = from;
        while (at < end && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, end);
    }

    /**
     * Where the value begins of the key that ends before {@code from}; -1 if no colon follows, so that it was no key.
     */
    public static int valueAfter(byte[] json, int from, int end) {
        int at = Scan.skipBlank(json, from, end);
        if (at >= end || json[at] != ':') {
            return -1;
        }
        at = Scan.skipBlank(json, at + 1, end);
        return at < end ? at : -1;
    }

    /**
     * Where the value begins of the object's own member {@code key}; -1 if it has none.
     *
     * @param start where the object's brace is
     */
    public static int member(byte[] json, int start, int end, byte[] key) {
        int depth = 0;
        for (int at = start; at < end; ) {
            byte b = json[at];
            if (b != '"') {
                depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
                at++;
                continue;
            }
            int close = endOfString(json, at + 1, end);
            int value = valueAfter(json, close + 1, end);
            if (value >= 0 && depth == 1 && close - at - 1 == key.length && Scan.startsWith(json, at + 1, close, key)) {
                return value;
            }
            at = value < 0 ? close + 1 : value;
        }
        return -1;
    }

    /**
     * The string that is the value at {@code value}, without escapes; null if another value is there, or {@code value}
     * is -1.
     */
    public static @Nullable String string(byte[] json, int value, int end) {
        if (value < 0 || json[value] != '"') {
            return null;
        }
        String raw = new String(json, value + 1, endOfString(json, value + 1, end) - value - 1, UTF_8);
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
    }

    private static String unescaped(String raw) {
        var text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                text.append(c);
                continue;
            }
            char escape = raw.charAt(++i);
            int plain = "bfnrt".indexOf(escape);
            if (escape == 'u' && i + 4 < raw.length() && HEX.matcher(raw).region(i + 1, i + 5).matches()) {
                text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                i += 4;
            } else {
                text.append(plain < 0 ? escape : "\b\f\n\r\t".charAt(plain));
            }
        }
        return text.toString();
    }
}
