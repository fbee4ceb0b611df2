package dev.brummer.insight.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a message what differs each time: numbers, times, durations, ids, addresses and what is in quotes. Works
 * on words: of one with digits only the letters before its number stay, and nothing of one that looks like an id.
 */
final class Mask {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int SHORTEST_HEX = 6;
    private static final char NUMBER = '#';
    private static final String QUOTES = "\"'`";
    private static final String BETWEEN_NUMBERS = ".:,/+-_@";

    private final String text;
    private final Matcher uuid;
    private final StringBuilder masked;

    private Mask(String text) {
        this.text = text;
        this.uuid = UUID.matcher(text);
        this.masked = new StringBuilder(text.length());
    }

    static String of(String text) {
        return new Mask(text).masked();
    }

    private String masked() {
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                at = addWord(at);
            } else if (QUOTES.indexOf(c) >= 0 && endOfQuoted(at) > 0) {
                masked.append("'…'");
                at = endOfQuoted(at);
            } else {
                at = addOther(at);
            }
        }
        return masked.toString().strip();
    }

    private int addWord(int from) {
        if (uuid.region(from, text.length()).lookingAt()) {
            addNumber();
            return uuid.end();
        }
        int end = from;
        int digits = 0;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            digits += isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        if (digits == 0) {
            masked.append(text, from, end);
        } else {
            int letters = isId(from, end) ? from : endOfLetters(from);
            masked.append(text, from, letters);
            addNumber();
        }
        return end;
    }

    /** One sign for 10.0.0.1:3000 and for 2026-11-22T15:04:05Z. */
    private void addNumber() {
        int at = masked.length();
        while (at > 0 && BETWEEN_NUMBERS.indexOf(masked.charAt(at - 1)) >= 0) {
            at--;
        }
        if (at > 0 && masked.charAt(at - 1) == NUMBER) {
            masked.setLength(at);
        } else {
            masked.append(NUMBER);
        }
    }

    private int addOther(int at) {
        char c = text.charAt(at);
        if (!Character.isWhitespace(c)) {
            masked.append(c);
        } else if (!masked.isEmpty() && masked.charAt(masked.length() - 1) != ' ') {
            masked.append(' ');
        }
        return at + 1;
    }

    /** Whether letters come behind digits, or all are of a hexadecimal number. */
    private boolean isId(int from, int end) {
        int at = endOfLetters(from);
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
        return at < end || (end - from >= SHORTEST_HEX && isHex(from, end));
    }

    private boolean isHex(int from, int end) {
        for (int at = from; at < end; at++) {
            if (Character.digit(text.charAt(at), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private int endOfLetters(int from) {
        int at = from;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Past the quote that closes the one at {@code from}; -1 where it does not open any, as that of {@code can't}. */
    private int endOfQuoted(int from) {
        char quote = text.charAt(from);
        if (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            return -1;
        }
        for (int close = text.indexOf(quote, from + 1); close > 0; close = text.indexOf(quote, close + 1)) {
            if (close + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(close + 1))) {
                return close + 1;
            }
        }
        return -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
