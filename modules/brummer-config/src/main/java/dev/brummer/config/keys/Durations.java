package dev.brummer.config.keys;

import dev.brummer.config.shape.Scalars;
import dev.brummer.config.shape.Schemas;
import dev.brummer.spi.host.DurationText;
import java.time.Duration;

/** Shapes of durations. */
final class Durations {
    private static final String PATTERN = "\\$\\{|^([0-9.]+(us|ms|s|m|h))+$";

    private Durations() {}

    static Scalars<Duration> any() {
        return durations("a duration", false);
    }

    static Scalars<Duration> positive() {
        return durations("a duration longer than 0", true);
    }

    private static Scalars<Duration> durations(String words, boolean positive) {
        return new Scalars<>(words, "bad-duration", Schemas.of("type", "string", "pattern", PATTERN), text -> {
            Duration duration = DurationText.parse(text);
            if (positive && duration.isZero()) {
                throw new IllegalArgumentException("");
            }
            return duration;
        });
    }
}
