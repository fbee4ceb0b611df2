package dev.brummer.cli;

import dev.brummer.api.InstanceView;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a command had a fleet do and what has come of it, as JSON tells it. Immutable.
 *
 * @param action the verb
 * @param result the word of a {@link Result}
 * @param supervisor the process that was asked; empty where there is none any more
 * @param instances those it was about, as they are now
 * @param changes what came about meanwhile, of others too, in order
 */
record Told(
        String project,
        Instant time,
        String action,
        String result,
        Optional<Long> supervisor,
        List<InstanceView> instances,
        List<Change> changes) {
    Told {
        instances = List.copyOf(instances);
        changes = List.copyOf(changes);
    }

    /** What has come of it. */
    enum Result {
        /** Nobody waited for it. */
        ASKED,
        DONE,
        FAILED,
        TIMED_OUT;

        static Result of(ExitCode code) {
            return switch (code) {
                case OK -> DONE;
                case FAILED, USAGE, NOTHING_RUNS, FORCED -> FAILED;
                case TIMED_OUT -> TIMED_OUT;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An instance got into a state. */
    record Change(InstanceId id, ServiceState state, int run, String reason, Optional<Instant> since) {
        static Change of(InstanceView instance) {
            return new Change(
                    instance.id(), instance.state(), instance.run(), instance.reason(), instance.since());
        }
    }
}
