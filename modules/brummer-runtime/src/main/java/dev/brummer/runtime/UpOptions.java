package dev.brummer.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * How a session is to go about it.
 *
 * @param timeout how long all may take to get ready; empty for no limit
 * @param failFast whether the first failure stops everything
 * @param output what standard output shows
 * @param timestamps whether the console shows times
 * @param prefix whether the console shows who wrote a line
 */
public record UpOptions(Optional<Duration> timeout, boolean failFast, Output output, boolean timestamps, boolean prefix) {
    /** What standard output shows. */
    public enum Output {
        /** The stream for a person. */
        CONSOLE,
        /** One JSON object a line. */
        JSON
    }
}
