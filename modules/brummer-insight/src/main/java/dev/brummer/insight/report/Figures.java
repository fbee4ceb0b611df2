package dev.brummer.insight.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times and numbers as a person reads them. */
public final class Figures {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /** Zeros behind the point that say nothing. */
    private static final Pattern END = Pattern.compile("\\.?0+$");

    private Figures() {}

    /** {@code 1,234 ms}; below ten, with a tenth where there is one. */
    public static String millis(Duration duration) {
        long tenths = Math.round(duration.toNanos() / 100_000.0);
        if (Math.abs(tenths) < 100 && tenths % 10 != 0) {
            return String.format(Locale.ROOT, "%.1f ms", tenths / 10.0);
        }
        return count(Math.round(tenths / 10.0)) + " ms";
    }

    /**
     * {@code 340 ms}, {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 10 min}, {@code 3 d 4 h}: as exactly as anybody
     * wants.
     */
    public static String span(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return Math.max(0, duration.toMillis()) + " ms";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        long minutes = seconds / 60;
        if (minutes < 24 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        long hours = minutes / 60;
        return hours / 24 + " d" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
    }

    /** {@code 512 kB}, {@code 84 MB}, {@code 1.2 GB}: in powers of a thousand. */
    public static String bytes(double bytes) {
        double size = Math.abs(bytes);
        if (size < 999_500) {
            return Math.round(bytes / 1e3) + " kB";
        }
        return size < 999.5e6
                ? String.format(Locale.ROOT, size < 9.95e6 ? "%.1f MB" : "%.0f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /** {@code once}, {@code 2 times}. */
    public static String times(long number) {
        return number == 1 ? "once" : count(number) + " times";
    }

    /** {@code 3.4 %}; whole percents from ten on. */
    public static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent == 0 || percent >= 9.95 ? "%.0f %%" : "%.1f %%", percent);
    }

    /** {@code 1,234}, {@code 12.3}, {@code 0.00123}: three digits that mean something, and all before the point. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return count((long) value);
        }
        double size = Math.abs(value);
        if (size >= 1e15 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int decimals = size >= 100 ? 0 : (int) Math.ceil(2 - Math.log10(size));
        String digits = String.format(Locale.ROOT, "%,." + Math.clamp(decimals, 0, 6) + "f", value);
        return decimals > 0 ? END.matcher(digits).replaceFirst("") : digits;
    }

    /** How many a second: {@code 1,234}, {@code 12.3}, {@code 0.01}. */
    public static String rate(double perSecond) {
        boolean seldom = perSecond > 0 && perSecond < 0.095;
        return String.format(Locale.ROOT, seldom ? "%.2f" : perSecond >= 99.95 ? "%,.0f" : "%.1f", perSecond);
    }

    /** {@code 1,234}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 line}, {@code 2 lines}. */
    public static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    public static String clock(Instant time, ZoneId zone) {
        return CLOCK.format(time.atZone(zone));
    }

    /** {@code 15:04:05}. */
    public static String seconds(Instant time, ZoneId zone) {
        return SECONDS.format(time.atZone(zone));
    }

    public static String whole(Instant time, ZoneId zone) {
        return WHOLE.format(time.atZone(zone));
    }

    /** {@code 15:04:05 to 15:09:12}, with dates where those are not the same; one time where both are. */
    public static String range(Instant first, Instant last, ZoneId zone) {
        var from = first.atZone(zone);
        var to = last.atZone(zone);
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        String begin = (sameDay ? SECONDS : DAY).format(from);
        String end = (sameDay ? SECONDS : DAY).format(to);
        return begin.equals(end) ? begin : begin + " to " + end;
    }
}
