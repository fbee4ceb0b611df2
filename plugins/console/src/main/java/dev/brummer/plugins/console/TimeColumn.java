package dev.brummer.plugins.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.fusesource.jansi.Ansi;
import org.jspecify.annotations.Nullable;

/** The times of arrival at the head of lines, where they are wanted and there is room. */
final class TimeColumn {
    static final TimeColumn NONE = new TimeColumn(null, false);

    private static final int ROOMY = 40;
    private static final byte[] NOTHING = {};

    private final @Nullable ZoneId zone;
    private final boolean dated;

    private TimeColumn(@Nullable ZoneId zone, boolean dated) {
        this.zone = zone;
        this.dated = dated;
    }

    /** The time of the day, for who watches. */
    static TimeColumn of(ZoneId zone) {
        return new TimeColumn(zone, false);
    }

    /** Day and time, for who reads it later. */
    static TimeColumn withDate(ZoneId zone) {
        return new TimeColumn(zone, true);
    }

    /** The bytes that say {@code time}; empty where there is no such column. */
    byte[] at(Instant time, int columns, boolean colour) {
        if (zone == null || columns < ROOMY) {
            return NOTHING;
        }
        String text = text(LocalTime.ofInstant(time, zone));
        if (dated) {
            text = LocalDate.ofInstant(time, zone) + " " + text;
        }
        String painted = colour ? new Ansi().a(Ansi.Attribute.INTENSITY_FAINT).a(text).reset().toString() : text;
        return (painted + ' ').getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(LocalTime time) {
        return padded(time.getHour(), 2) + ':' + padded(time.getMinute(), 2) + ':' + padded(time.getSecond(), 2) + '.'
                + padded(time.getNano() / 1_000_000, 3);
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(digits - text.length()) + text;
    }
}
