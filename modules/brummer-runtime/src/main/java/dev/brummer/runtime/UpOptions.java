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
 * @param debugged services that open their debuggers
 * @param stays whether the session goes on until its end is asked for, though everything has come to its own end
 */
public record UpOptions(
        Optional<Duration> timeout,
        boolean failFast,
        Output output,
        boolean timestamps,
        boolean prefix,
        Set<ServiceId> external,
        Set<ServiceId> debugged,
        boolean stays) {
    public UpOptions {
        external = Set.copyOf(external);
        debugged = Set.copyOf(debugged);
    }

    /** The same for a session that ends when nothing of it runs any more. */
    public UpOptions(
            Optional<Duration> timeout,
            boolean failFast,
            Output output,
            boolean timestamps,
            boolean prefix,
            Set<ServiceId> external,
            Set<ServiceId> debugged) {
        this(timeout, failFast, output, timestamps, prefix, external, debugged, false);
    }

    /** The same where nothing is debugged. */
    public UpOptions(
            Optional<Duration> timeout,
            boolean failFast,
            Output output,
            boolean timestamps,
            boolean prefix,
            Set<ServiceId> external) {
        this(timeout, failFast, output, timestamps, prefix, external, Set.of());
    }

    /** For a session that something else decides about: how long it has, and when it is over. */
    public static UpOptions staying(Output output) {
        return new UpOptions(Optional.empty(), false, output, false, true, Set.of(), Set.of(), true);
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
