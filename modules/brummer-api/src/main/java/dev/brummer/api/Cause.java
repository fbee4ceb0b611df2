package dev.brummer.api;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One step on the way to why a service is as it is. Immutable. */
public sealed interface Cause {
    /** Whom it is about. */
    ServiceId service();

    /**
     * It is in this state.
     *
     * @param well whether that is as it should be, and nothing it needs or says of itself is wrong
     * @param run the number of its latest run; 0 before the first
     * @param lived how long that run lived, where it has ended
     * @param since when it came into the state, where that is known
     */
    record State(
            InstanceId instance,
            ServiceState state,
            boolean well,
            int run,
            String reason,
            Optional<Duration> lived,
            Optional<Instant> since)
            implements Cause {
        @Override
        public ServiceId service() {
            return instance.service();
        }
    }

    /**
     * A check of it does not pass.
     *
     * @param failures how often in a row; 0 where that is not counted
     */
    record Check(
            InstanceId instance, String question, CheckView.Verdict verdict, String reason, int failures, Instant time)
            implements Cause {
        @Override
        public ServiceId service() {
            return instance.service();
        }
    }

    /**
     * A part of it is down, as its check says.
     *
     * @param detail what it says of the part; may be empty
     */
    record Part(ServiceId service, String name, String detail) implements Cause {}

    /**
     * It wrote this.
     *
     * @param error whether it is an error, and not just the last that it wrote
     * @param lines the first of them, as plain text
     * @param more how many lines follow
     */
    record Wrote(ServiceId service, int run, Instant time, boolean error, List<String> lines, int more)
            implements Cause {
        public Wrote {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A port it wants is held by somebody else.
     *
     * @param holder who, for a person
     */
    record PortHeld(ServiceId service, int port, String holder) implements Cause {}

    /**
     * In a request that failed in it, another service had failed before.
     *
     * @param id the request's
     * @param line what that one wrote
     */
    record FailedBefore(ServiceId service, String id, ServiceId culprit, Instant time, String line) implements Cause {}

    /** A circuit breaker in it is open. */
    record BreakerOpen(ServiceId service, Optional<String> target, Instant since) implements Cause {}

    /**
     * It was started again.
     *
     * @param run the run that began
     * @param why the cause of the start, in words: {@code restart policy}
     * @param after what had ended the run before, in words; empty where that is not known
     */
    record Restarted(ServiceId service, int run, Instant time, String why, String after) implements Cause {}
}
