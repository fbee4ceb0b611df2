package dev.brummer.insight.level;

import dev.brummer.insight.scan.Scan;
import dev.brummer.spi.Level;
import org.jspecify.annotations.Nullable;

/** What stands in brackets at the head of a line: {@code [ERROR]}, {@code [12:00:00 INF]}, {@code [main]}. */
final class Group {
    private static final int LONGEST = 120;

    private Group() {}

    /** Where the bracket that opens at {@code at} closes; -1 if that is far away. */
    static int close(byte[] bytes, int at, int to) {
        byte closing = closing(bytes[at]);
        int last = Math.min(to, at + LONGEST);
        int close = at + 1;
        while (close < last && bytes[close] != closing) {
            close = bytes[close] == Scan.ESC ? Scan.skipEscapes(bytes, close, to) : close + 1;
        }
        return close < last ? close : -1;
    }

    private static byte closing(byte opening) {
        return (byte) (opening == '[' ? ']' : opening == '(' ? ')' : '>');
    }

    /**
     * The level in a group. A word alone is one; beside other words it has to be in capitals, or the last after nothing
     * but times.
     */
    static @Nullable Level find(byte[] bytes, int from, int to) {
        boolean onlyTimes = true;
        int at = Scan.skipBlank(bytes, from, to);
        while (at < to) {
            int end = Scan.endOfToken(bytes, at, to);
            int next = Scan.skipBlank(bytes, end, to);
            Level level = LevelWord.of(bytes, afterModule(bytes, at, end, onlyTimes), end);
            if (level != null && (Scan.isUpper(bytes, at, end) || (onlyTimes && next == to))) {
                return level;
            }
            onlyTimes = onlyTimes && Head.isTime(bytes, at, end);
            at = next;
        }
        return null;
    }

    /** Past the module in {@code [core:error]}, as Apache's server writes it. */
    private static int afterModule(byte[] bytes, int at, int end, boolean alone) {
        int letters = alone ? Scan.endOfLetters(bytes, at, end) : end;
        return letters < end && letters > at && bytes[letters] == ':' ? letters + 1 : at;
    }
}
