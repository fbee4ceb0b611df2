package dev.brummer.insight.request;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a line says of the work it tells of.
 *
 * @param what the request line, such as {@code POST /api/orders}; empty where the line has none
 * @param callee who did the work, in the line's own words; empty where that is who wrote it
 * @param took how long it took, where the line says so: the work ended when the line was written
 * @param status the HTTP status it ended with
 */
public record Work(String what, String callee, Optional<Duration> took, OptionalInt status) {
    static final Work UNKNOWN = new Work("", "", Optional.empty(), OptionalInt.empty());

    private static final int SERVER_ERROR = 500;

    /** Whether a server says that it failed. */
    public boolean failed() {
        return status.isPresent() && status.getAsInt() >= SERVER_ERROR;
    }
}
