package dev.brummer.insight.level;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.scan.Json;
import dev.brummer.insight.scan.Scan;
import dev.brummer.spi.Level;
import org.jspecify.annotations.Nullable;

/**
 * The level of a line that is a JSON object: a member called {@code level}, {@code severity}, {@code log.level} or the
 * like of the object itself, or {@code level} in its member {@code log}. Stops at the first.
 */
final class JsonLevel {
    private static final byte[][] KEYS = {
        ascii("level"), ascii("severity"), ascii("log.level"), ascii("lvl"), ascii("levelname"), ascii("loglevel"),
        ascii("logLevel"), ascii("@l"), ascii("levelName")
    };
    private static final byte[] LOG = ascii("log");
    private static final byte[] LEVEL = ascii("level");

    private JsonLevel() {}

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    /** @param start where the object's brace is */
    static @Nullable Level find(byte[] json, int start, int end) {
        int depth = 0;
        int logDepth = -1;
        for (int at = start; at < end; ) {
            byte b = json[at];
            if (b != '"') {
                depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
                logDepth = depth < logDepth ? -1 : logDepth;
                at++;
                continue;
            }
            int close = Json.endOfString(json, at + 1, end);
            int value = Json.valueAfter(json, close + 1, end);
            if (value < 0) {
                at = close + 1;
            } else if (isLevelKey(json, at + 1, close, depth, logDepth)) {
                return level(json, value, end);
            } else {
                logDepth = depth == 1 && is(json, at + 1, close, LOG) && json[value] == '{' ? 2 : logDepth;
                at = value;
            }
        }
        return null;
    }

    private static boolean isLevelKey(byte[] json, int from, int to, int depth, int logDepth) {
        if (depth == logDepth) {
            return is(json, from, to, LEVEL);
        }
        if (depth != 1) {
            return false;
        }
        for (byte[] key : KEYS) {
            if (is(json, from, to, key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(byte[] json, int from, int to, byte[] text) {
        return to - from == text.length && Scan.startsWith(json, from, to, text);
    }

    private static @Nullable Level level(byte[] json, int at, int end) {
        if (json[at] == '"') {
            int from = Scan.skipEscapes(json, at + 1, end);
            return LevelWord.of(json, from, Scan.endOfLetters(json, from, end));
        }
        int number = 0;
        int digit = at;
        while (digit < end && digit < at + 6 && Scan.isDigit(json[digit])) {
            number = number * 10 + json[digit++] - '0';
        }
        return digit > at ? LevelWord.ofNumber(number) : null;
    }
}
