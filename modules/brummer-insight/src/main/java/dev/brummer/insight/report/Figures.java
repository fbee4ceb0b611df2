package dev.brummer.insight.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and numbers as a person reads them. */
final class Figures {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private Figures() {}

    /** {@code 1,234 ms}; below ten, with a tenth where there is one. */
    static String millis(Duration duration) {
        long tenths = Math.round(duration.toNanos() / 100_000.0);
        if (Math.abs(tenths) < 100 && tenths % 10 != 0) {
            return String.format(Locale.ROOT, "%.1f ms", tenths / 10.0);
        }
        return count(Math.round(tenths / 10.0)) + " ms";
    }

    /** {@code 1,234}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 line}, {@code 2 lines}. */
    static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    static String clock(Instant time, ZoneId zone) {
        return CLOCK.format(time.atZone(zone));
    }

    static String whole(Instant time, ZoneId zone) {
        return WHOLE.format(time.atZone(zone));
    }

    /** {@code 15:04:05 to 15:09:12}, with dates where those are not the same; one time where both are. */
    static String range(Instant first, Instant last, ZoneId zone) {
        var from = first.atZone(zone);
        var to = last.atZone(zone);
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        String begin = (sameDay ? SECONDS : DAY).format(from);
        String end = (sameDay ? SECONDS : DAY).format(to);
        return begin.equals(end) ? begin : begin + " to " + end;
    }
}
