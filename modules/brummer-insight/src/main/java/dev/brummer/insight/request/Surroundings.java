package dev.brummer.insight.request;

import dev.brummer.insight.id.FoundId;
import dev.brummer.insight.id.IdNeighbours;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides about units that name no request, by which requests were in flight when they were written. For one use by one
 * thread.
 */
final class Surroundings {
    // How long before and after a request others are looked for that may have been in flight with it.
    private static final Duration MARGIN = Duration.ofSeconds(30);
    // Each stream is read by itself: on a busy machine what was written before a request's last line may come after it.
    private static final Duration LATE = Duration.ofMillis(100);
    private static final int MOST_IDS = 300;

    private final Tracing tracing;
    private final Sightings sightings;
    private int undecided;

    Surroundings(Tracing tracing, Sightings sightings) {
        this.tracing = tracing;
        this.sightings = sightings;
    }

    /** Adds the units that belong to the request by their time. */
    void run() throws IOException {
        List<Sighting> named = tracing.members().naming(tracing.requests());
        if (named.isEmpty()) {
            return;
        }
        Sighting first = named.getFirst();
        Sighting last = named.getLast();
        List<Sighting> within = unlinkedFrom(first, last);
        if (within.isEmpty() && tracing.shared().isEmpty()) {
            return;
        }
        noteOthers(first.unit().time().minus(MARGIN), last.unit().time().plus(MARGIN));
        // Whether somebody else is known to be about the same things.
        sightings.with(within.stream().flatMap(each -> each.ids().stream()).distinct().limit(MOST_IDS).toList());
        Flights flights = sightings.flights();
        String own = flights.request(requestIn(first));
        tracing.shared().forEach(each -> decideShared(each, own, flights));
        within.stream().filter(each -> isBefore(each, last)).forEach(each -> decideUnlinked(each, own, flights));
        decideLate(within.stream().filter(each -> !isBefore(each, last)).toList(), own, flights);
    }

    /** Adds them unless the request took longer than that, for so long a time there is much to read. */
    void runWithin(Duration most) throws IOException {
        List<Sighting> named = tracing.members().naming(tracing.requests());
        boolean brief = named.isEmpty()
                || Duration.between(named.getFirst().unit().time(), named.getLast().unit().time()).compareTo(most) <= 0;
        if (brief) {
            run();
        }
    }

    private List<Sighting> unlinkedFrom(Sighting first, Sighting last) throws IOException {
        if (first == last) {
            return List.of();
        }
        List<Sighting> since = sightings.between(
                first.unit().time(),
                last.unit().time().plus(LATE).plusNanos(1),
                each -> !each.namesRequest() && first.sequence() < each.sequence());
        return since.stream().filter(this::mayBeUnlinked).toList();
    }

    /** Whether it has an id beside which no request is known to stand, and nothing else has led to it. */
    private boolean mayBeUnlinked(Sighting sighting) {
        return sighting.ids().stream().anyMatch(id -> requests(id).isEmpty())
                && !tracing.members().has(sighting.sequence());
    }

    /** Learns which other requests were in flight then. */
    private void noteOthers(Instant from, Instant until) throws IOException {
        List<Sighting> ignored = sightings.between(from, until, _ -> false);
    }

    private String requestIn(Sighting sighting) {
        return sighting.ids().stream()
                .map(FoundId::key)
                .filter(tracing.requests()::contains)
                .findFirst()
                .orElseThrow();
    }

    /** How many units may belong to the request, or to another that was in flight. */
    int undecided() {
        return undecided;
    }

    /** Several requests are about the same thing: it counts which of them was in flight. */
    private void decideShared(Sighting sighting, String own, Flights flights) {
        Set<String> sharers = sighting.ids().stream()
                .filter(id -> tracing.links().contains(id.key()))
                .flatMap(id -> sightings.neighbours().requests(id.key()).stream())
                .map(flights::request)
                .collect(Collectors.toSet());
        if (!sharers.contains(own)) {
            // The others stand beside it themselves.
            return;
        }
        Set<String> inFlight = flights.at(sighting.sequence());
        inFlight.retainAll(sharers);
        if (inFlight.isEmpty() && flights.wasLast(own, sharers, sighting.sequence())) {
            tracing.members().add(sighting, true);
        } else {
            decide(sighting, own, inFlight, false);
        }
    }

    private void decideUnlinked(Sighting sighting, String own, Flights flights) {
        if (mayBeOf(own, sighting, flights)) {
            decide(sighting, own, flights.at(sighting.sequence()), true);
        }
    }

    /** Of a service that has come too late as a whole; one that has said something in time has said what it had to. */
    private void decideLate(List<Sighting> late, String own, Flights flights) {
        Set<ServiceId> inTime = tracing.members().services();
        for (Sighting sighting : late) {
            if (!inTime.contains(sighting.unit().instance().service())
                    && mayBeOf(own, sighting, flights)
                    && flights.at(sighting.sequence()).isEmpty()
                    && flights.wasLast(own, sighting.sequence())) {
                tracing.members().add(sighting, true);
            }
        }
    }

    private boolean mayBeOf(String own, Sighting sighting, Flights flights) {
        return mayBeUnlinked(sighting) && sighting.ids().stream().noneMatch(id -> isOfOthers(id, own, flights));
    }

    private static boolean isBefore(Sighting sighting, Sighting last) {
        return sighting.sequence() < last.sequence();
    }

    private void decide(Sighting sighting, String own, Set<String> inFlight, boolean probable) {
        if (inFlight.equals(Set.of(own))) {
            tracing.members().add(sighting, probable);
        } else if (inFlight.contains(own)) {
            undecided++;
        }
    }

    private Set<String> requests(FoundId id) {
        return sightings.neighbours().requests(id.key());
    }

    /** Whether a few requests are about it, and this one is not. */
    private boolean isOfOthers(FoundId id, String own, Flights flights) {
        Set<String> requests = requests(id);
        return !requests.isEmpty()
                && requests.size() <= IdNeighbours.MOST_SHARERS
                && requests.stream().noneMatch(request -> flights.request(request).equals(own));
    }
}
