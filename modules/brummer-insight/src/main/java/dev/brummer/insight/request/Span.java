package dev.brummer.insight.request;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Work from its start to its end.
 *
 * @param service who did it: a service's name, or what the log calls it where that names no service
 * @param what the request line; empty where none is known
 * @param measured whether a line says how long it took; else it is from the first to the last line of the service, and
 *     may have begun before and ended after that
 * @param failed whether it is told to have failed
 * @param share of a call, in the time that its caller took in all, as far as that is known: from 0 to 1
 */
public record Span(
        String service,
        String what,
        Instant start,
        Instant end,
        boolean measured,
        boolean failed,
        OptionalDouble share) {
    public Duration duration() {
        return Duration.between(start, end);
    }
}
