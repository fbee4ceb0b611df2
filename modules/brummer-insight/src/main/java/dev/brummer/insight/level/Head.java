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
                end = timed ? endOfPassed(bytes, start, at, to) : endOfMark(bytes, start, at, to);
                if (end < 0) {
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
    static int endOfTime(byte[] bytes, int from, int to) {
        long sum = 0;
        int at = from;
        for (; at < to; at++) {
            long step = Scan.timeStep(bytes[at]);
            if (step < 0) {
                if (step == Scan.NOT_IN_TIME) {
                    return -1;
                }
                break;
            }
            sum += step;
        }
        int digits = (int) sum;
        long separators = sum >>> 32;
        return (digits > 0 && separators > 1) || digits > 8 ? at : -1;
    }

    /** Where a token ends that is passed over before any time: a sign, or the level's number; -1 if it is none. */
    private static int endOfMark(byte[] bytes, int start, int at, int to) {
        if (isBar(bytes[at])) {
            return endIfAlone(bytes, at + 1, to);
        }
        return at == start && at + 1 < to && bytes[at + 1] == ',' ? endIfAlone(bytes, at + 2, to) : -1;
    }

    /** Where a token ends that is passed over behind a time; -1 if it is the first word of the text. */
    private static int endOfPassed(byte[] bytes, int start, int at, int to) {
        if (isBar(bytes[at])) {
            return endIfAlone(bytes, at + 1, to);
        }
        int letter = endOfNumberOrPunctuation(bytes, at, to);
        if (letter == to || Scan.isBlank(bytes[letter])) {
            return letter;
        }
        if (letter == at) {
            int zone = endOfZoneOrMonth(bytes, at, to);
            if (zone > 0) {
                return zone;
            }
        }
        return endBetweenDashes(bytes, start, at, to);
    }

    private static boolean isBar(byte b) {
        return b == '|' || b == '>';
    }

    /** {@code end}, if a token ends there; else -1. */
    private static int endIfAlone(byte[] bytes, int end, int to) {
        return end == to || Scan.isBlank(bytes[end]) ? end : -1;
    }

    private static int endOfNumberOrPunctuation(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= 0 && (Scan.kind(bytes[at]) & (Scan.LETTER | Scan.BLANK)) == 0) {
            at++;
        }
        return at;
    }

    /** Behind {@code UTC}, {@code PM}, {@code Jan}, which are short and begin with a capital; -1 if it is none. */
    private static int endOfZoneOrMonth(byte[] bytes, int at, int to) {
        if (!Scan.isUpper(bytes[at])) {
            return -1;
        }
        int end = Scan.endOfToken(bytes, at, Math.min(to, at + SHORT_WORD + 1));
        boolean shortWord = end - at <= SHORT_WORD && Scan.endOfLetters(bytes, at, end) >= end - 1;
        return shortWord && (Scan.isUpper(bytes, at, end) || end - at == 3) ? end : -1;
    }

    /** As Python's loggers do: {@code 2026-11-22 15:04:05,123 - name - ERROR - text}. */
    private static int endBetweenDashes(byte[] bytes, int start, int at, int to) {
        int before = at - 1;
        while (before > start && Scan.isBlank(bytes[before])) {
            before--;
        }
        if (before <= start || !isDash(bytes[before])) {
            return -1;
        }
        int end = Scan.endOfToken(bytes, at, to);
        int after = Scan.skipBlank(bytes, end, to);
        return after < to && isDash(bytes[after]) ? end : -1;
    }

    private static boolean isDash(byte b) {
        return b == '-' || b == '|';
    }
}
