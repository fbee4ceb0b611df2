package dev.brummer.core.model;

import java.util.OptionalInt;

/** What happens when a service ends and nobody asked for it. */
public sealed interface RestartPolicy {
    record Never() implements RestartPolicy {}

    record Always() implements RestartPolicy {}

    /** Restart after an exit that is no success, at most {@code limit} times in a row where there is a limit. */
    record OnFailure(OptionalInt limit) implements RestartPolicy {
        public OnFailure {
            Require.require(limit.isEmpty() || limit.getAsInt() >= 1, "restart limit must be at least 1: %s", limit);
        }
    }

    /** As always; a service that a person stopped stays stopped. */
    record UnlessStopped() implements RestartPolicy {}
}
