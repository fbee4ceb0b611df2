package dev.brummer.spi.host;

import java.time.Duration;

/** Durations as people write them: {@code 500ms}, {@code 2s}, {@code 1m30s}. */
public final class DurationText {
    private DurationText() {}

    /** @throws IllegalArgumentException if the text is no duration; the message says what to write */
    public static Duration parse(String text) {
        long nanos = 0;
        int at = 0;
        if (text.isEmpty()) {
            throw new IllegalArgumentException("such as 500ms, 10s or 1m30s");
        }
        while (at < text.length()) {
            int number = at;
            while (at < text.length() && (Character.digit(text.charAt(at), 10) >= 0 || text.charAt(at) == '.')) {
                at++;
            }
            int unit = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            nanos = add(nanos, text.substring(number, unit), text.substring(unit, at), text);
            if (unit == at || number == unit) {
                throw new IllegalArgumentException("such as 500ms, 10s or 1m30s");
            }
        }
        return Duration.ofNanos(nanos);
    }

    private static long add(long nanos, String number, String unit, String text) {
        if (unit.isEmpty() && number.length() == text.length()) {
            throw new IllegalArgumentException("say the unit: '" + text + "s' or '" + text + "ms'");
        }
        long factor = switch (unit) {
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> throw new IllegalArgumentException("the units are ms, s, m and h, as in 1m30s");
        };
        double value;
        try {
            value = Double.parseDouble(number) * factor;
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("such as 500ms, 10s or 1m30s", none);
        }
        // A year is longer than any wait, and far from where nanoseconds overflow.
        if (value + nanos > 366 * 24 * 3.6e12) {
            throw new IllegalArgumentException("at most a year");
        }
        return nanos + Math.round(value);
    }

    /** The shortest text that {@link #parse} reads as the same duration, down to microseconds. */
    public static String of(Duration duration) {
        long micros = duration.toNanos() / 1000;
        if (micros == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        micros = append(text, micros, 3_600_000_000L, "h");
        micros = append(text, micros, 60_000_000L, "m");
        micros = append(text, micros, 1_000_000L, "s");
        micros = append(text, micros, 1_000L, "ms");
        append(text, micros, 1L, "us");
        return text.toString();
    }

    private static long append(StringBuilder text, long micros, long unit, String name) {
        if (micros >= unit) {
            text.append(micros / unit).append(name);
        }
        return micros % unit;
    }
}
