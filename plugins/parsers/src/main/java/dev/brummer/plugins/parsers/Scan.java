package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes over a text from left to right: what is there is taken, what is not leaves the place as it is. */
final class Scan {
    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS_OF_TEN =
            {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14};

    private final String text;
    private int at;

    Scan(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Behind {@code mark}, where nothing but a head stands before it; null where it does not stand so. */
    static @Nullable Scan behind(String mark, String text) {
        int at = text.indexOf(mark);
        return at >= 0 && Head.covers(text, at) ? new Scan(text, at + mark.length()) : null;
    }

    /**
     * The fact that begins with {@code mark}, where nothing but a head stands before it; null where there is none. What
     * follows is looked at first: in most lines it is not what was hoped for, and a head is a matter of many steps.
     */
    static @Nullable Fact fact(String mark, String text, Function<Scan, @Nullable Fact> reader) {
        int at = text.indexOf(mark);
        Fact fact = at < 0 ? null : reader.apply(new Scan(text, at + mark.length()));
        return fact == null || !Head.covers(text, at) ? null : fact;
    }

    /** All of the text, also what was gone over. */
    String text() {
        return text;
    }

    int at() {
        return at;
    }

    boolean take(String literal) {
        boolean there = text.startsWith(literal, at);
        at += there ? literal.length() : 0;
        return there;
    }

    /** Takes the rest, if that is all of it but for blanks. */
    boolean takeLast(String literal) {
        return take(literal) && atEnd();
    }

    boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    void blanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    /** Whether nothing but blanks follows. */
    boolean atEnd() {
        int last = at;
        while (last < text.length() && isBlank(text.charAt(last))) {
            last++;
        }
        return last == text.length();
    }

    /** What stands before {@code end}, which is taken too; null where it does not come or nothing stands before it. */
    @Nullable String until(String end) {
        int found = text.indexOf(end, at);
        if (found <= at) {
            return null;
        }
        String before = text.substring(at, found);
        at = found + end.length();
        return before;
    }

    /** Characters up to the next blank; null at the end. */
    @Nullable String token() {
        int from = at;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return at == from ? null : text.substring(from, at);
    }

    /** A name, as services, queues and instances have it: letters, digits and {@code _ - .}; null if none is there. */
    @Nullable String name() {
        int from = at;
        while (at < text.length() && isInName(text.charAt(at))) {
            at++;
        }
        return at == from ? null : text.substring(from, at);
    }

    /** Digits; -1 if there are none, or too many. */
    long number() {
        int from = at;
        long digits = 0;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            digits = digits * 10 + text.charAt(at) - '0';
        }
        if (at == from || at - from > MOST_DIGITS) {
            at = from;
            return -1;
        }
        return digits;
    }

    /** The status of an HTTP answer; -1 if none is there. */
    int status() {
        int from = at;
        long number = number();
        if (at - from == 3 && number >= 100 && number <= 599) {
            return (int) number;
        }
        at = from;
        return -1;
    }

    /** A number and its unit: {@code 12ms}, {@code 1.5 s}; null if none is there. */
    @Nullable Duration duration() {
        int from = at;
        double number = decimal();
        take(' ');
        double nanos = take("ms") ? 1e6 : take("µs") || take("us") ? 1e3 : take("ns") ? 1 : take("s") ? 1e9 : -1;
        boolean ends = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
        if (number < 0 || nanos < 0 || !ends) {
            at = from;
            return null;
        }
        return Duration.ofNanos(Math.round(number * nanos));
    }

    /** Digits, perhaps with a point between them; -1 if none are there. */
    double decimal() {
        int from = at;
        long digits = 0;
        int points = 0;
        int point = from;
        for (; at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.' && at > from); at++) {
            if (text.charAt(at) == '.') {
                points++;
                point = at;
            } else {
                digits = digits * 10 + text.charAt(at) - '0';
            }
        }
        if (at == from || at - from > MOST_DIGITS || points > 1 || text.charAt(at - 1) == '.') {
            at = from;
            return -1;
        }
        // So few digits and so small a power are exact, and so is what their quotient is rounded to.
        return points == 0 ? digits : digits / POWERS_OF_TEN[at - point - 1];
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isInName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
