package dev.brummer.insight.view;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes an {@link Effect} of what facts say. Memory is bounded by the number of services and breakers. For one thread.
 */
public final class EffectTally {
    private static final int MOST_ERRORS = 200;

    private final Instant since;
    private final Instant begin;
    private final Instant end;
    private final OpenRequests open = new OpenRequests();
    private final Map<ServiceId, TrafficTally> before = new TreeMap<>();
    private final Map<ServiceId, TrafficTally> during = new TreeMap<>();
    private final BreakersView breakers = new BreakersView();
    private final List<Effect.NewError> errors = new ArrayList<>();
    private Optional<Breakers> breakersBefore = Optional.empty();

    /**
     * @param since when the services began
     * @param begin what comes from then on is the effect
     * @param end what comes later is not
     */
    public EffectTally(Instant since, Instant begin, Instant end) {
        this.since = since;
        this.begin = begin;
        this.end = end;
    }

    /**
     * Takes the next fact, from the first of the start on, in their order.
     *
     * @return whether it is one that counts; none counts that comes after one that does not
     */
    public boolean accept(FoundFact found) {
        if (found.time().isAfter(end)) {
            return false;
        }
        count(found);
        return true;
    }

    private void count(FoundFact found) {
        boolean meanwhile = !found.time().isBefore(begin);
        if (meanwhile && breakersBefore.isEmpty()) {
            breakersBefore = Optional.of(breakers.report(begin));
        }
        breakers.accept(found);
        switch (found.fact()) {
            case Fact.RequestStarted started -> open.begin(started, found);
            case Fact.RequestEnded ended -> {
                Optional<Duration> between = open.end(ended, found);
                (meanwhile ? during : before)
                        .computeIfAbsent(found.service(), _ -> new TrafficTally())
                        .add(ended.status(), ended.took().or(() -> between));
            }
            case Fact.NewError(var fingerprint, var title) when meanwhile && errors.size() < MOST_ERRORS ->
                errors.add(new Effect.NewError(found.service(), fingerprint, title));
            case Fact _ -> {}
        }
    }

    /**
     * What has come of it.
     *
     * @param memory of each service, where it is known
     */
    public Effect effect(List<Effect.Growth> memory) {
        return new Effect(
                since,
                begin,
                end,
                load(),
                trips(),
                errors,
                memory.stream().sorted(comparingLong(Effect.Growth::bytes).reversed()).toList());
    }

    private List<Effect.Load> load() {
        return during.entrySet().stream()
                .map(each -> new Effect.Load(
                        each.getKey(),
                        before.getOrDefault(each.getKey(), new TrafficTally()).told(lasted(since, begin)),
                        each.getValue().told(lasted(begin, end))))
                .sorted(comparing((Effect.Load load) -> load.during().answered()).reversed())
                .toList();
    }

    private static Duration lasted(Instant from, Instant to) {
        return Window.atLeastASecond(Duration.between(from, to));
    }

    private List<Effect.Trip> trips() {
        Map<List<Object>, Long> known = new HashMap<>();
        breakersBefore.ifPresent(report -> report.breakers()
                .forEach(breaker -> known.put(List.of(breaker.emitter(), breaker.target()), breaker.trips())));
        List<Effect.Trip> trips = new ArrayList<>();
        if (breakersBefore.isPresent()) {
            for (Breakers.Breaker breaker : breakers.report(end).breakers()) {
                long times = breaker.trips() - known.getOrDefault(List.of(breaker.emitter(), breaker.target()), 0L);
                if (times > 0) {
                    trips.add(new Effect.Trip(breaker.emitter(), breaker.target(), times));
                }
            }
        }
        return trips;
    }
}
