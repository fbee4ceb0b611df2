package dev.brummer.insight.id;

import java.util.Set;

/** What ids look like, and what only looks like one. */
public final class IdShape {
    private static final int SHORTEST_HEX = 6;
    private static final int SHORTEST_MIXED = 6;
    private static final int SHORTEST_NUMBER = 6;
    private static final int SHORTEST_WORD = 4;
    private static final int UUID = 36;
    private static final int ULID = 26;
    private static final int TRACE = 32;
    private static final int TRACE_AND_SPAN = 49;
    private static final Set<String> PREFIXES = Set.of("req", "request", "trace", "trc", "corr", "rid", "cid");

    private IdShape() {}

    /**
     * Whether it can be nothing but an id, even where no word says so. A name with a number is none, nor is a number
     * alone.
     */
    public static boolean standsAlone(String value) {
        return isUuid(value)
                || isHex(value)
                || isUlid(value)
                || isTraceAndSpan(value)
                || isPrefixed(value)
                || isMixed(value);
    }

    /** Whether it may be the id of a request where a word says that it is. */
    static boolean isGiven(String value) {
        if (!hasDigit(value) || value.length() < SHORTEST_WORD || isZero(value) || isCounter(value)) {
            return false;
        }
        return hasLetter(value) || value.length() >= SHORTEST_NUMBER;
    }

    /** Whether no two things have it by chance, so that it need not be said what it is an id of. */
    static boolean isDistinct(String value) {
        return value.length() >= SHORTEST_MIXED && hasDigit(value) && hasLetter(value);
    }

    static boolean isUuid(String value) {
        if (value.length() != UUID) {
            return false;
        }
        for (int i = 0; i < UUID; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? value.charAt(i) != '-' : !isHexDigit(value.charAt(i))) {
                return false;
            }
        }
        return !isZero(value);
    }

    private static boolean isHex(String value) {
        if (value.length() < SHORTEST_HEX || !hasDigit(value) || !hasLetter(value)) {
            return false;
        }
        return isHex(value, 0, value.length());
    }

    static boolean isHex(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isHexDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** As Spring writes it: a trace's id, a dash, and a span's. */
    static boolean isTraceAndSpan(String value) {
        return value.length() == TRACE_AND_SPAN
                && value.charAt(TRACE) == '-'
                && hasLetter(value)
                && isHex(value, 0, TRACE)
                && isHex(value, TRACE + 1, TRACE_AND_SPAN);
    }

    private static boolean isUlid(String value) {
        if (value.length() != ULID || value.charAt(0) > '7' || !hasDigit(value) || !hasLetter(value)) {
            return false;
        }
        for (int i = 0; i < ULID; i++) {
            char upper = Character.toUpperCase(value.charAt(i));
            boolean digit = upper >= '0' && upper <= '9';
            if (!digit && (upper < 'A' || upper > 'Z' || "ILOU".indexOf(upper) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** {@code req-8f3k2}: a word for a request, and something with a digit. */
    private static boolean isPrefixed(String value) {
        int end = endOfLetters(value);
        if (end == value.length() || (value.charAt(end) != '-' && value.charAt(end) != '_')) {
            return false;
        }
        return PREFIXES.contains(value.substring(0, end)) && isGiven(value.substring(end + 1));
    }

    /** The number of a request within its service, as Fastify counts them: another service has it, too. */
    private static boolean isCounter(String value) {
        return value.startsWith("req-") && value.length() <= "req-".length() + 3;
    }

    /** Letters and digits in turn, and no words among them. */
    private static boolean isMixed(String value) {
        if (!value.chars().allMatch(c -> isLetterOrDigit((char) c) || c == '-' || c == '_') || isMeasure(value)) {
            return false;
        }
        int end = endOfLetters(value);
        boolean named = end >= 3 && end < value.length() && !isLetterOrDigit(value.charAt(end));
        int size = 0;
        int changes = 0;
        char before = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isLetterOrDigit(c)) {
                changes += size > 0 && isDigit(c) != isDigit(before) ? 1 : 0;
                before = c;
                size++;
            }
        }
        return !named && size >= SHORTEST_MIXED && changes >= (size < 8 ? 4 : 3) && !hasWord(value);
    }

    /** Whether some of its letters could be a word of a language: four or more, and never three consonants in a row. */
    private static boolean hasWord(String value) {
        int from = 0;
        for (int at = 1; at <= value.length(); at++) {
            if (at == value.length() || endsWord(value, at)) {
                if (isWord(value, from, at)) {
                    return true;
                }
                from = at;
            }
        }
        return false;
    }

    private static boolean endsWord(String value, int at) {
        char c = value.charAt(at);
        char before = value.charAt(at - 1);
        return !isLetter(c) || !isLetter(before) || (isUpper(c) && !isUpper(before));
    }

    private static boolean isWord(String value, int from, int to) {
        int consonants = 0;
        int most = 0;
        for (int at = from; at < to; at++) {
            consonants = "aeiouyAEIOUY".indexOf(value.charAt(at)) >= 0 ? 0 : consonants + 1;
            most = Math.max(most, consonants);
        }
        return to - from >= SHORTEST_WORD && isLetter(value.charAt(from)) && most < 3;
    }

    /** {@code 12ms}, {@code 2nd}, {@code v2}, {@code 2026-11-22}: numbers that count or date something. */
    static boolean isMeasure(String value) {
        int digits = 0;
        while (digits < value.length() && isDigit(value.charAt(digits))) {
            digits++;
        }
        if (digits == 0) {
            return value.length() <= 3 && (value.startsWith("v") || value.startsWith("V"));
        }
        int letters = digits;
        while (letters < value.length() && isLetter(value.charAt(letters))) {
            letters++;
        }
        boolean unit = letters == value.length() && letters > digits && letters - digits <= 3;
        return unit || (digits == 4 && value.length() >= 10 && value.charAt(4) == '-' && value.charAt(7) == '-');
    }

    static boolean isNumber(String value) {
        return !hasLetter(value) && isDigit(value.charAt(0)) && isDigit(value.charAt(value.length() - 1));
    }

    static boolean hasDigit(String value) {
        return value.chars().anyMatch(c -> isDigit((char) c));
    }

    private static boolean hasLetter(String value) {
        return value.chars().anyMatch(c -> isLetter((char) c));
    }

    /** Whether it is nothing but zeros: an id that is not set. */
    static boolean isZero(String value) {
        return value.chars().allMatch(c -> c == '0' || c == '-');
    }

    private static int endOfLetters(String value) {
        int end = 0;
        while (end < value.length() && isLetter(value.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || isUpper(c);
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
