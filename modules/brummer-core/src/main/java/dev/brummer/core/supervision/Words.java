package dev.brummer.core.supervision;

import java.time.Duration;
import java.util.Locale;

/** Times as a person reads them. */
public final class Words {
    private Words() {}

    /** {@code 12 ms}, {@code 1.4 s}, {@code 2 min 5 s}. */
    public static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return millis % 1000 == 0
                    ? millis / 1000 + " s"
                    : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = duration.toSeconds();
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
