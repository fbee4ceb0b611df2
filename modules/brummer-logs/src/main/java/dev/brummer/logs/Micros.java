package dev.brummer.logs;

import java.time.Instant;

/** Times as the journal stores them: microseconds since the epoch. */
final class Micros {
    private static final long PER_SECOND = 1_000_000;

    private Micros() {}

    static long of(Instant time) {
        return time.getEpochSecond() * PER_SECOND + time.getNano() / 1000;
    }

    /** The same, with times beyond what a long can hold brought to its ends. */
    static long bounded(Instant time) {
        long seconds = time.getEpochSecond();
        long most = Long.MAX_VALUE / PER_SECOND - 1;
        return seconds > most ? Long.MAX_VALUE : seconds < -most ? Long.MIN_VALUE : of(time);
    }

    static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1000);
    }
}
