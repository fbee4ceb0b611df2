package dev.brummer.insight.fact;

import dev.brummer.insight.name.NameBook;
import dev.brummer.spi.Fact;
import dev.brummer.spi.ServiceId;
import java.util.Optional;

/** Puts the services' own names into facts, in place of those that stand in the lines. */
final class FactNames {
    private final NameBook names;

    FactNames(NameBook names) {
        this.names = names;
    }

    /** The fact with the names of services where they are known. */
    Fact known(Fact fact) {
        return switch (fact) {
            case Fact.CircuitBreaker(var target, var state) -> new Fact.CircuitBreaker(known(target), state);
            case Fact.TraceStarted(var trace, var service) -> new Fact.TraceStarted(trace, known(service));
            case Fact.TraceStep(var trace, var service, var took) -> new Fact.TraceStep(trace, known(service), took);
            case Fact.ServiceRegistered(var registry, var name, var address) ->
                new Fact.ServiceRegistered(registry, known(name), address);
            case Fact.ServiceDeregistered(var registry, var name) ->
                new Fact.ServiceDeregistered(registry, known(name));
            case Fact.ServicesDiscovered(var found) ->
                new Fact.ServicesDiscovered(found.stream().map(this::known).toList());
            case Fact.Measured(var service, var values) -> new Fact.Measured(known(service), values);
            case Fact.RateLimit _,
                    Fact.RequestStarted _,
                    Fact.RequestEnded _,
                    Fact.MessagePublished _,
                    Fact.MessageReceived _,
                    Fact.TraceEnded _,
                    Fact.UrlAnnounced _,
                    Fact.PortTaken _,
                    Fact.NewError _,
                    Fact.Other _ -> fact;
        };
    }

    private Optional<String> known(Optional<String> name) {
        return name.map(this::known);
    }

    private String known(String name) {
        return names.exactly(name).map(ServiceId::name).orElse(name);
    }
}
