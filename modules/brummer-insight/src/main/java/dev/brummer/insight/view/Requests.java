package dev.brummer.insight.view;

import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How requests do, by service and route. A request that goes through a gateway is one there and one where it is
 * answered.
 *
 * @param routes by service and path; what is over of a service stands last
 */
public record Requests(Instant at, List<Route> routes) implements Report<Requests> {
    public Requests {
        routes = List.copyOf(routes);
    }

    /**
     * One route.
     *
     * @param service who told of its requests
     * @param name method and path; empty for all further routes of the service, of which there are too many to keep
     * @param whole since the first request
     * @param lastMinute in the minute before the report
     * @param slowest with their ids, the slowest first
     */
    public record Route(
            ServiceId service, Optional<Name> name, Traffic whole, Traffic lastMinute, List<Slow> slowest) {
        public Route {
            slowest = List.copyOf(slowest);
        }
    }

    /** @param path with {@code :id} for what differs from one request to the next */
    public record Name(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * Requests over a time.
     *
     * @param answered how many were answered
     * @param perSecond how many a second
     * @param clientErrors how many with a status from 400 to 499
     * @param serverErrors how many with a status from 500 on
     * @param latency empty where no duration is known
     */
    public record Traffic(
            long answered, double perSecond, long clientErrors, long serverErrors, Optional<Latency> latency) {
        /** The share of server errors, from 0 to 1. */
        public double errorRate() {
            return answered == 0 ? 0 : (double) serverErrors / answered;
        }
    }

    /** A slow request. */
    public record Slow(String id, Duration took, Instant time) {}

    @Override
    public boolean isEmpty() {
        return routes.isEmpty();
    }

    @Override
    public Requests about(Set<String> services) {
        return new Requests(
                at,
                routes.stream()
                        .filter(route -> services.contains(route.service().name()))
                        .toList());
    }
}
