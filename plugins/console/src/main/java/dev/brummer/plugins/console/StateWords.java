package dev.brummer.plugins.console;

import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a state change is told.
 *
 * @param phrase what happened, with the time it took
 * @param paint its colour
 */
record StateWords(String phrase, int paint) {
    /** The words for a change; null for one that is not worth a line. */
    static @Nullable StateWords of(StateChange change) {
        return switch (change.to()) {
            case STARTING -> new StateWords("starting", Paint.BUSY);
            case READY -> ready(change);
            case COMPLETED -> new StateWords("completed" + took(" in ", change), Paint.GOOD);
            case STOPPED -> new StateWords("stopped" + took(" in ", change), Paint.BUSY);
            case FAILED -> new StateWords("failed" + took(" after ", change), Paint.ERROR);
            case UNHEALTHY -> new StateWords("unhealthy", Paint.WARNING);
            case BACKING_OFF -> new StateWords("backing off", Paint.WARNING);
            case WAITING -> waiting(change);
            // Every start begins with these, for every service at once; and a stop tells its end.
            case PENDING, STOPPING, DISABLED -> null;
        };
    }

    private static StateWords ready(StateChange change) {
        return change.from() == ServiceState.UNHEALTHY
                ? new StateWords("healthy again" + took(" after ", change), Paint.GOOD)
                : new StateWords("ready" + took(" in ", change), Paint.GOOD);
    }

    /** At first everything waits for the stage before, which helps nobody; later it is news. */
    private static @Nullable StateWords waiting(StateChange change) {
        return change.from() == ServiceState.PENDING ? null : new StateWords("waiting", Paint.BUSY);
    }

    private static String took(String preposition, StateChange change) {
        return change.took().map(time -> preposition + text(time)).orElse("");
    }

    /** {@code 480 ms}, {@code 8.4 s}, {@code 2 min 5 s}. */
    static String text(Duration time) {
        long millis = time.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return millis / 1000 + "." + millis % 1000 / 100 + " s";
        }
        return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
}
