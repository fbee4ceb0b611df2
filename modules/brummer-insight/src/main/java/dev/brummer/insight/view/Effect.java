package dev.brummer.insight.view;

import dev.brummer.insight.view.Requests.Traffic;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What services went through while something ran beside them, such as a load test, against the time before. Immutable.
 *
 * @param since when they began, which is when the time before did
 * @param load those that answered requests meanwhile, the busiest first
 * @param trips breakers that opened meanwhile
 * @param errors that were new, in their order
 * @param memory what they used before and at the end, the most grown first; empty where that is not known
 */
public record Effect(
        Instant since,
        Instant begin,
        Instant end,
        List<Load> load,
        List<Trip> trips,
        List<NewError> errors,
        List<Growth> memory) {
    public Effect {
        load = List.copyOf(load);
        trips = List.copyOf(trips);
        errors = List.copyOf(errors);
        memory = List.copyOf(memory);
    }

    /** The requests that a service answered. */
    public record Load(ServiceId service, Traffic before, Traffic during) {}

    /**
     * A breaker opened.
     *
     * @param emitter where it is
     * @param target what it protects; empty where no line says so
     * @param times how often
     */
    public record Trip(InstanceId emitter, Optional<String> target, long times) {}

    /** @param title what its line says */
    public record NewError(ServiceId service, String fingerprint, String title) {}

    /** The memory of all copies of a service, in bytes. */
    public record Growth(ServiceId service, long before, long after) {
        public long bytes() {
            return after - before;
        }
    }
}
