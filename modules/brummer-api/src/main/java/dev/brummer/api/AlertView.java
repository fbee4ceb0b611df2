package dev.brummer.api;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rule by which somebody is told of something, and what has come of it. Immutable.
 *
 * @param name what it is called, or else what it is about
 * @param about its condition in words: {@code unhealthy for 10s}
 * @param services whom it is about; empty for all
 * @param to who is told: {@code stream}, {@code desktop}, {@code command}, {@code webhook}
 * @param times how often it has begun in this start
 * @param firings those that are not over and the latest of the others, oldest first
 */
public record AlertView(
        String name, String about, List<ServiceId> services, List<String> to, long times, List<Firing> firings) {
    public AlertView {
        services = List.copyOf(services);
        to = List.copyOf(to);
        firings = List.copyOf(firings);
    }

    /** Whether something it is about is so at this moment. */
    public boolean isOn() {
        return firings.stream().anyMatch(Firing::isOn);
    }

    /**
     * An alert that began.
     *
     * @param breaker the breaker of the instance that it is about, where that has a name
     * @param since since when it was so
     * @param began when somebody was told
     * @param over when it was over; empty as long as it is not
     * @param text what was so, in words
     * @param end what was so when it was over, in words
     */
    public record Firing(
            InstanceId instance,
            Optional<String> breaker,
            Instant since,
            Instant began,
            Optional<Instant> over,
            String text,
            Optional<String> end) {
        /** Whether it is not over. */
        public boolean isOn() {
            return over.isEmpty();
        }
    }
}
