package dev.brummer.config.keys;

import dev.brummer.config.shape.Scalars;
import dev.brummer.config.shape.Schemas;
import dev.brummer.core.model.AlertCondition.ErrorRate;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many of something are too many in a time: {@code 10/min}. */
public final class RateShape {
    private static final String PATTERN = "([0-9]{1,6}) ?/ ?(s|min|h)";
    private static final Pattern RATE = Pattern.compile(PATTERN);
    private static final Map<String, Duration> WINDOWS =
            Map.of("s", Duration.ofSeconds(1), "min", Duration.ofMinutes(1), "h", Duration.ofHours(1));

    static final Scalars<ErrorRate> SHAPE = new Scalars<>(
            "a number in a time",
            "bad-rate",
            Schemas.of("type", "string", "pattern", "\\$\\{|^" + PATTERN + "$"),
            RateShape::parse);

    private RateShape() {}

    private static ErrorRate parse(String text) {
        Matcher rate = RATE.matcher(text);
        Duration window = rate.matches() ? WINDOWS.get(rate.group(2)) : null;
        if (window == null) {
            throw new IllegalArgumentException("such as 5/s, 10/min or 100/h");
        }
        return new ErrorRate(Integer.parseInt(rate.group(1)), window);
    }

    /** The text that is read as the same rate. */
    public static String text(ErrorRate rate) {
        for (Map.Entry<String, Duration> window : WINDOWS.entrySet()) {
            if (window.getValue().equals(rate.window())) {
                return rate.above() + "/" + window.getKey();
            }
        }
        throw new IllegalArgumentException("no file has a window of " + rate.window());
    }
}
