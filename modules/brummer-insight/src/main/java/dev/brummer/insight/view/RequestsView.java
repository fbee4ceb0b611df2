package dev.brummer.insight.view;

import static java.util.Comparator.comparing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How requests do: how many, how fast, how many in vain. It keeps the first two hundred routes; further ones of a
 * service are told as one. For one thread at a time.
 */
public final class RequestsView implements View<Requests> {
    private static final int MOST = 200;

    private final OpenRequests open = new OpenRequests();
    private final Capped<Key, RouteTally> routes =
            new Capped<>(MOST, key -> new RouteTally(key.service, Optional.of(key.name)));
    private final Map<ServiceId, RouteTally> others = new TreeMap<>();

    private record Key(ServiceId service, Requests.Name name) {}

    @Override
    public void accept(FoundFact found) {
        switch (found.fact()) {
            case Fact.RequestStarted started -> open.begin(started, found);
            case Fact.RequestEnded ended -> {
                Optional<Duration> between = open.end(ended, found);
                route(found.service(), ended).add(ended, found.time(), ended.took().or(() -> between));
            }
            case Fact _ -> {}
        }
    }

    private RouteTally route(ServiceId service, Fact.RequestEnded ended) {
        var name = new Requests.Name(ended.method(), RoutePath.of(ended.path()));
        return routes.of(new Key(service, name))
                .orElseGet(() -> others.computeIfAbsent(service, _ -> new RouteTally(service, Optional.empty())));
    }

    @Override
    public Requests report(Instant now) {
        return new Requests(
                now,
                Stream.of(routes.values(), others.values())
                        .flatMap(Collection::stream)
                        .map(tally -> tally.told(now))
                        .sorted(comparing(Requests.Route::service)
                                .thenComparing(route -> route.name().isEmpty())
                                .thenComparing(route -> route.name().map(Requests.Name::path).orElse(""))
                                .thenComparing(route -> route.name().map(Requests.Name::method).orElse("")))
                        .toList());
    }
}
