package dev.brummer.plugins.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times in ISO 8601, UTC, always with microseconds, so that they compare as text. */
final class Timestamp {
    private Timestamp() {}

    static String of(Instant time) {
        LocalDateTime at = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        var text = new StringBuilder(27).append(at.toLocalDate()).append('T');
        padded(text, at.getHour(), 2).append(':');
        padded(text, at.getMinute(), 2).append(':');
        padded(text, at.getSecond(), 2).append('.');
        return padded(text, at.getNano() / 1000, 6).append('Z').toString();
    }

    private static StringBuilder padded(StringBuilder text, int number, int digits) {
        String plain = Integer.toString(number);
        return text.repeat('0', digits - plain.length()).append(plain);
    }
}
