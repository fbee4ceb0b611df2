package dev.brummer.plugins.parsers;

import java.util.Locale;
import java.util.Set;

/** A word at the beginning of a line, and whether it belongs to the head. Looked at once, character by character. */
final class HeadWord {
    private static final int LONGEST = 300;
    private static final int LONGEST_LEVEL = 8;
    private static final String SEPARATORS = "-|:>*=!~.";
    private static final String IN_TIME = ":.,-/+TZAPM";
    private static final String IN_NAME = "._-/@$";
    private static final Set<String> LEVELS = Set.of(
            "trace", "debug", "info", "log", "notice", "warn", "warning", "err", "error", "severe", "critical",
            "fatal");
    private static final Set<String> CALENDAR = Set.of(
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private final String text;
    private final int from;
    private final int end;
    private boolean quoted;
    private boolean letters;
    private boolean digits;
    private boolean time = true;
    private boolean name = true;
    private boolean separators = true;
    private int equals = -1;
    private int dot = -1;

    HeadWord(String text, int from) {
        this.text = text;
        this.from = from;
        int at = from;
        while (at < text.length() && !Scan.isBlank(text.charAt(at))) {
            look(text.charAt(at), at++);
        }
        end = at;
    }

    private void look(char c, int at) {
        boolean digit = Scan.isDigit(c);
        boolean letter = !digit && Character.isLetterOrDigit(c);
        digits |= digit;
        letters |= letter;
        quoted |= c == '"' || c == '\'' || c == '`';
        time &= digit || at > from && IN_TIME.indexOf(c) >= 0;
        name &= digit || letter || IN_NAME.indexOf(c) >= 0;
        separators &= !digit && !letter && (c >= 0x80 || SEPARATORS.indexOf(c) >= 0);
        equals = c == '=' && equals < 0 ? at : equals;
        dot = c == '.' ? at : dot;
    }

    int end() {
        return end;
    }

    /** Whether {@code key="value"} begins, in which there may be blanks. */
    boolean isPair() {
        return quoted && equals > from && text.startsWith("\"", equals + 1) && afterPair() > 0;
    }

    /** Past the pair; -1 if its value does not end. */
    int afterPair() {
        int close = text.indexOf('"', equals + 2);
        boolean ends = close + 1 == text.length() || close > 0 && Scan.isBlank(text.charAt(close + 1));
        return close > 0 && ends ? close + 1 : -1;
    }

    boolean isPart() {
        if (quoted || end - from > LONGEST) {
            return false;
        }
        if (!letters && !digits) {
            return separators;
        }
        char last = text.charAt(end - 1);
        return last == ':' || last == '|' || time || Character.isLetter(text.charAt(from)) && isNamed();
    }

    /** A level, a month, a logger, {@code key=value}, or a name with a separator behind it. */
    private boolean isNamed() {
        return equals > from
                || name && (isLogger() || hasSeparatorBehind())
                || end - from <= LONGEST_LEVEL && (isLevel() || end - from == 3 && CALENDAR.contains(word()));
    }

    private String word() {
        return text.substring(from, end);
    }

    /** {@code ERROR}, and {@code error} if no sentence goes on behind it, as in {@code error publishing an event}. */
    private boolean isLevel() {
        String word = word();
        String small = word.toLowerCase(Locale.ROOT);
        if (!LEVELS.contains(small)) {
            return false;
        }
        int next = Head.afterBlanks(text, end);
        boolean goesOn = next == text.length() || Character.isLowerCase(text.charAt(next));
        return word.equals(word.toUpperCase(Locale.ROOT)) || word.equals(small) && !goesOn;
    }

    /** Parts joined by dots, the last one with a capital, as class names are. */
    private boolean isLogger() {
        return dot > from && dot + 1 < end && Character.isUpperCase(text.charAt(dot + 1));
    }

    /** {@code web-1  | } and {@code PaymentService - }, and the host in {@code host program[12]: }. */
    private boolean hasSeparatorBehind() {
        int next = Head.afterBlanks(text, end);
        if (next == text.length()) {
            return false;
        }
        HeadWord behind = new HeadWord(text, next);
        return text.startsWith("]:", behind.end - 2)
                || "-|:>".indexOf(text.charAt(next)) >= 0 && !behind.letters && !behind.digits;
    }
}
