package dev.brummer.insight.level;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.scan.Scan;
import dev.brummer.spi.Level;
import org.jspecify.annotations.Nullable;

/**
 * The level at the head of a line of text: a level's word after no more than times, numbers, brackets and punctuation.
 * The first word that is none of these ends the search.
 */
final class Head {
    private static final int MOST_TOKENS = 10;
    private static final int SHORT_WORD = 4;
    private static final byte[] NPM = "npm".getBytes(US_ASCII);

    private Head() {}

    static @Nullable Level find(byte[] bytes, int start, int to) {
        boolean timed = false;
        int at = start;
        for (int tokens = 0; tokens < MOST_TOKENS && at < to; tokens++) {
            byte first = bytes[at];
            int end = Scan.isDigit(first) ? endOfTime(bytes, at, to) : -1;
            if (end > 0) {
                timed = true;
            } else if (first == '[' || first == '(' || first == '<') {
                end = Group.close(bytes, at, to) + 1;
                Level level = end == 0 || first == '(' ? null : Group.find(bytes, at + 1, end - 1);
                if (end == 0 || level != null) {
                    return level;
                }
                timed = true;
            } else {
                Level level = Token.level(bytes, start, at, to);
                if (level != null) {
                    return level;
                }
                end = Scan.endOfToken(bytes, at, to);
                if (!isPassed(bytes, start, at, end, to, timed)) {
                    return atWord(bytes, start, at, to);
                }
            }
            at = Scan.skipBlank(bytes, end, to);
        }
        return null;
    }

    /** What a line is whose first word is no level's. */
    private static @Nullable Level atWord(byte[] bytes, int start, int at, int to) {
        if (Logfmt.valueOfPair(bytes, at, to) >= 0) {
            return Logfmt.find(bytes, at, to);
        }
        if (at == start && Scan.startsWith(bytes, at, to, NPM)) {
            int word = Scan.skipBlank(bytes, Scan.endOfToken(bytes, at, to), to);
            int end = Scan.endOfToken(bytes, word, to);
            return LevelWord.of(bytes, word, end > word && bytes[end - 1] == '!' ? end - 1 : end);
        }
        return Failure.find(bytes, at, to);
    }

    /** Whether a token is a date, a time, or seconds since some epoch. */
    static boolean isTime(byte[] bytes, int from, int end) {
        return endOfTime(bytes, from, end) == end;
    }

    /** Where the date or time ends that is the whole token at {@code from}; -1 if the token is none. */
    private static int endOfTime(byte[] bytes, int from, int to) {
        int digits = 0;
        int separators = 0;
        int at = from;
        for (; at < to; at++) {
            int kind = Scan.kind(bytes[at]);
            if (kind == Scan.DIGIT) {
                digits++;
            } else if ((kind & Scan.SEPARATOR) != 0) {
                separators++;
            } else if ((kind & Scan.BLANK) != 0) {
                break;
            } else if ((kind & Scan.IN_TIME) == 0) {
                return -1;
            }
        }
        return (digits > 0 && separators > 1) || digits > 8 ? at : -1;
    }

    private static boolean isPassed(byte[] bytes, int start, int at, int end, int to, boolean timed) {
        if (bytes[at] == '|' || bytes[at] == '>') {
            return end == at + 1;
        }
        if (!timed) {
            return at == start && end == at + 2 && bytes[at + 1] == ',';
        }
        return isNumberOrPunctuation(bytes, at, end)
                || isZoneOrMonth(bytes, at, end)
                || isBetweenDashes(bytes, start, at, end, to);
    }

    private static boolean isNumberOrPunctuation(byte[] bytes, int from, int end) {
        for (int at = from; at < end; at++) {
            if (Scan.isLetter(bytes[at]) || bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code UTC}, {@code PM}, {@code Jan}: short, and with a capital. */
    private static boolean isZoneOrMonth(byte[] bytes, int at, int end) {
        return end - at <= SHORT_WORD
                && Scan.isUpper(bytes[at])
                && Scan.endOfLetters(bytes, at, end) >= end - 1
                && (Scan.isUpper(bytes, at, end) || end - at == 3);
    }

    /** As Python's loggers do: {@code 2026-11-22 15:04:05,123 - name - ERROR - text}. */
    private static boolean isBetweenDashes(byte[] bytes, int start, int at, int end, int to) {
        int before = at - 1;
        while (before > start && Scan.isBlank(bytes[before])) {
            before--;
        }
        int after = Scan.skipBlank(bytes, end, to);
        return before > start && after < to && isDash(bytes[before]) && isDash(bytes[after]);
    }

    private static boolean isDash(byte b) {
        return b == '-' || b == '|';
    }
}
