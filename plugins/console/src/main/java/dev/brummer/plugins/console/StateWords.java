package dev.brummer.plugins.console;

import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import java.time.Duration;

/**
 * How a state change is told.
 *
 * @param phrase what happened, with the time it took
 * @param paint its colour
 */
record StateWords(String phrase, int paint) {
    /** The words for a change. */
    static StateWords of(StateChange change) {
        return switch (change.to()) {
            case STARTING -> new StateWords("starting", Paint.BUSY);
            case READY -> ready(change);
            case COMPLETED -> new StateWords("completed" + took(" in ", change), Paint.GOOD);
            case STOPPED -> new StateWords("stopped" + took(" in ", change), Paint.BUSY);
            case FAILED -> new StateWords("failed" + took(" after ", change), Paint.ERROR);
            case UNHEALTHY -> new StateWords("unhealthy", Paint.WARNING);
            case BACKING_OFF -> new StateWords("backing off", Paint.WARNING);
            // Its reason is the whole sentence: waits for postgres.
            case WAITING -> new StateWords(change.reason(), Paint.BUSY);
            case STOPPING -> new StateWords("stopping", change.from() == ServiceState.STOPPING ? Paint.WARNING : Paint.BUSY);
            case PENDING -> new StateWords("pending", Paint.BUSY);
            case DISABLED -> new StateWords("left out", Paint.BUSY);
        };
    }

    private static StateWords ready(StateChange change) {
        return change.from() == ServiceState.UNHEALTHY
                ? new StateWords("healthy again" + took(" after ", change), Paint.GOOD)
                : new StateWords("ready" + took(" in ", change), Paint.GOOD);
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
