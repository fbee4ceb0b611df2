package dev.brummer.insight.view;

import static java.util.Comparator.comparing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The requests of one route. For one thread. */
final class RouteTally {
    private static final int MOST_SLOW = 3;

    private final ServiceId service;
    private final Optional<Requests.Name> name;
    private final TrafficTally whole = new TrafficTally();
    private final Window<TrafficTally> lastMinute = new Window<>(TrafficTally::new);
    private final List<Requests.Slow> slowest = new ArrayList<>();
    private Instant first = Instant.MAX;

    RouteTally(ServiceId service, Optional<Requests.Name> name) {
        this.service = service;
        this.name = name;
    }

    void add(Fact.RequestEnded ended, Instant time, Optional<Duration> took) {
        first = time.isBefore(first) ? time : first;
        whole.add(ended.status(), took);
        lastMinute.at(time).ifPresent(slot -> slot.add(ended.status(), took));
        if (ended.id().isPresent() && took.isPresent()) {
            addSlow(new Requests.Slow(ended.id().get(), took.get(), time));
        }
    }

    private void addSlow(Requests.Slow slow) {
        if (slowest.size() == MOST_SLOW && slowest.getLast().took().compareTo(slow.took()) >= 0) {
            return;
        }
        slowest.add(slow);
        slowest.sort(comparing(Requests.Slow::took).reversed());
        if (slowest.size() > MOST_SLOW) {
            slowest.removeLast();
        }
    }

    Requests.Route told(Instant now) {
        var minute = new TrafficTally();
        lastMinute.until(now).forEach(minute::addAll);
        return new Requests.Route(
                service,
                name,
                whole.told(Window.atLeastASecond(Duration.between(first, now))),
                minute.told(Window.covered(first, now)),
                slowest);
    }
}
