package dev.brummer.insight.level;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.scan.Scan;
import dev.brummer.spi.Level;
import org.jspecify.annotations.Nullable;

/** The level of a line of {@code key=value} pairs. */
final class Logfmt {
    private static final byte[][] KEYS = {
        "level".getBytes(US_ASCII), "lvl".getBytes(US_ASCII), "severity".getBytes(US_ASCII),
        "loglevel".getBytes(US_ASCII), "log.level".getBytes(US_ASCII)
    };
    private static final int MOST_PAIRS = 16;

    private Logfmt() {}

    /** Where the value begins of the pair that begins at {@code at}; -1 if none does. */
    static int valueOfPair(byte[] bytes, int at, int to) {
        int equals = at;
        while (equals < to && isKey(bytes[equals])) {
            equals++;
        }
        return equals > at && equals < to && bytes[equals] == '=' ? equals + 1 : -1;
    }

    private static boolean isKey(byte b) {
        return Scan.isLetter(b) || Scan.isDigit(b) || b == '_' || b == '.' || b == '-' || b == '@';
    }

    /** @param from where a pair begins */
    static @Nullable Level find(byte[] bytes, int from, int to) {
        int at = from;
        for (int pairs = 0; pairs < MOST_PAIRS && at < to; pairs++) {
            int value = valueOfPair(bytes, at, to);
            if (value < 0) {
                at = Scan.endOfToken(bytes, at, to);
            } else if (isLevelKey(bytes, at, value - 1)) {
                return level(bytes, value, to);
            } else {
                at = endOfValue(bytes, value, to);
            }
            at = Scan.skipBlank(bytes, at, to);
        }
        return null;
    }

    private static boolean isLevelKey(byte[] bytes, int from, int to) {
        for (byte[] key : KEYS) {
            if (to - from == key.length && Scan.startsWith(bytes, from, to, key)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Level level(byte[] bytes, int value, int to) {
        int from = Scan.skipEscapes(bytes, value, to);
        if (from < to && bytes[from] == '"') {
            from++;
        }
        return LevelWord.of(bytes, from, Scan.endOfLetters(bytes, from, to));
    }

    private static int endOfValue(byte[] bytes, int value, int to) {
        if (value >= to || bytes[value] != '"') {
            return Scan.endOfToken(bytes, value, to);
        }
        int at = value + 1;
        while (at < to && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, to);
    }
}
