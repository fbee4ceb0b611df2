package dev.brummer.logs;

import java.time.Instant;

/**
 * How a start of Brummer ended in order.
 *
 * @param exit the exit code of {@code brum}
 */
public record StartEnd(Instant time, int exit) {}
