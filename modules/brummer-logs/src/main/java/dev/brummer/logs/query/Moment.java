package dev.brummer.logs.query;

import dev.brummer.spi.host.DurationText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time as {@code since:} and {@code until:} take it. */
sealed interface Moment {
    /** What can be typed, for messages. */
    String ALLOWED = "5m, 14:05, 2026-11-22T14:05 or mark";

    /** So long before now. */
    record Ago(Duration duration) implements Moment {
        @Override
        public String toString() {
            return DurationText.of(duration);
        }
    }

    /** The most recent moment at which clocks showed this. */
    record Clock(LocalTime time) implements Moment {
        @Override
        public String toString() {
            return time.toString();
        }
    }

    /** A date and time where the reader is. */
    record Local(LocalDateTime time) implements Moment {
        @Override
        public String toString() {
            return time.toString();
        }
    }

    /** A date and time that says how far it is from UTC. */
    record At(Instant instant) implements Moment {
        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /** The mark that the reader set last. */
    record Mark() implements Moment {
        @Override
        public String toString() {
            return "mark";
        }
    }

    /** @throws IllegalArgumentException if the text is no moment; the message says what to write */
    static Moment parse(String text) {
        if (text.equalsIgnoreCase("mark")) {
            return new Mark();
        }
        try {
            if (Forms.CLOCK.matcher(text).matches()) {
                return new Clock(LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text));
            }
            if (Forms.DATE.matcher(text).matches()) {
                return new Local(LocalDate.parse(text).atStartOfDay());
            }
            if (Forms.YEAR.matcher(text).lookingAt()) {
                return dateAndTime(text.replaceFirst(" +", "T"));
            }
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("there is no such time", none);
        }
        return new Ago(DurationText.parse(text).truncatedTo(ChronoUnit.MICROS));
    }

    private static Moment dateAndTime(String text) {
        var best = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return best instanceof OffsetDateTime offset ? new At(offset.toInstant()) : new Local(LocalDateTime.from(best));
    }

    /** When that is for a reader; empty where it is a mark and none is set. */
    default Optional<Instant> in(QueryScope scope) {
        return switch (this) {
            case Ago(var duration) -> Optional.of(scope.now().minus(duration));
            case Clock(var time) -> Optional.of(mostRecent(time, scope.now(), scope.zone()));
            case Local(var time) -> Optional.of(time.atZone(scope.zone()).toInstant());
            case At(var instant) -> Optional.of(instant);
            case Mark() -> scope.mark();
        };
    }

    private static Instant mostRecent(LocalTime time, Instant now, ZoneId zone) {
        ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(time).atZone(zone);
        boolean ahead = today.toInstant().isAfter(now);
        return (ahead ? today.toLocalDate().minusDays(1).atTime(time).atZone(zone) : today).toInstant();
    }

    /** What the texts look like. */
    final class Forms {
        private static final Pattern CLOCK = Pattern.compile("[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?");
        private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        private static final Pattern YEAR = Pattern.compile("[+-]?[0-9]{4,}-");

        private Forms() {}
    }
}
