package dev.brummer.runtime;

import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a session is to go about it.
 *
 * @param timeout how long all may take to get ready; empty for no limit
 * @param failFast whether the first failure stops everything
 * @param output what standard output shows
 * @param timestamps whether the console shows times
 * @param external services that somebody else runs
 * @param prefix whether the console shows who wrote a line
 */
public record UpOptions(
        Optional<Duration> timeout,
        boolean failFast,
        Output output,
        boolean timestamps,
        boolean prefix,
        Set<ServiceId> external) {
    public UpOptions {
        external = Set.copyOf(external);
    }

    /** What standard output shows. */
    public enum Output {
        /** The stream for a person. */
        CONSOLE,
        /** One JSON object a line. */
        JSON,
        /** Nothing: nobody is there to see it. */
        NONE
    }
}
