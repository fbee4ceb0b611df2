package dev.brummer.plugins.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** How long a server asks to be left alone, by its header {@code Retry-After}. */
final class RetryAfter {
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /** The time from {@code now}, within bounds; zero where the header says nothing that can be understood. */
    static Duration parse(String header, Instant now) {
        String text = header.strip();
        Duration asked = SECONDS.matcher(text).matches() ? Duration.ofSeconds(Long.parseLong(text)) : until(text, now);
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Duration until(String date, Instant now) {
        try {
            return Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException | ArithmeticException none) {
            return Duration.ZERO;
        }
    }
}
