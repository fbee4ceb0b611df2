package dev.brummer.core.model;

import java.time.Duration;
import java.util.List;

/**
 * What happens when files of a service change.
 *
 * @param paths files and folders, as the file has them: relative to the service's folder
 * @param ignore patterns as in .gitignore, relative to the service's folder
 * @param debounce how long no file must change before something is done
 */
public record WatchSpec(List<String> paths, List<String> ignore, Duration debounce, Reaction reaction) {
    public static final Duration DEFAULT_DEBOUNCE = Duration.ofMillis(300);

    public WatchSpec {
        Require.require(!paths.isEmpty(), "a watch needs a path");
        Require.require(debounce.isPositive(), "watch debounce must be longer than 0: %s", debounce);
        paths = List.copyOf(paths);
        ignore = List.copyOf(ignore);
    }

    /** What is done about a change. */
    public sealed interface Reaction {
        /** The service is restarted. */
        record Restart() implements Reaction {}

        /** A command is run in the service's folder and environment. */
        record Run(Command command) implements Reaction {}
    }
}
