package dev.brummer.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When something that broke is tried again. */
final class Patience {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2));

    private Patience() {}

    /** How long to wait after so many failures in a row; empty when there is no more hope. */
    static Optional<Duration> after(int failures) {
        return failures <= PAUSES.size() ? Optional.of(PAUSES.get(failures - 1)) : Optional.empty();
    }
}
