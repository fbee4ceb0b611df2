package dev.brummer.insight.view;

import static java.util.Comparator.comparing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which services are registered, and who has found whom. It keeps the first thousand of each. For one thread at a time.
 */
public final class DiscoveryView implements View<Discovery> {
    private static final int MOST = 1000;

    private final List<ServiceId> declared;
    private final Set<String> names;
    private final Capped<Entry, Registered> registrations = new Capped<>(MOST, Registered::new);
    private final Capped<Sight, Seen> discoveries = new Capped<>(MOST, Seen::new);

    private record Entry(String registry, String name) {}

    private record Sight(ServiceId by, String name) {}

    private static final class Registered {
        private final Entry entry;
        private Optional<String> address = Optional.empty();
        private Optional<Instant> first = Optional.empty();
        private Optional<Instant> last = Optional.empty();
        private Optional<Instant> deregistered = Optional.empty();
        private long times;

        Registered(Entry entry) {
            this.entry = entry;
        }

        void add(Optional<String> at, Instant time) {
            times++;
            address = at.or(() -> address);
            first = first.or(() -> Optional.of(time));
            last = Optional.of(time);
            deregistered = Optional.empty();
        }

        void remove(Instant time) {
            deregistered = Optional.of(time);
        }
    }

    private static final class Seen {
        private final Sight sight;
        private Instant last = Instant.MIN;
        private long times;

        Seen(Sight sight) {
            this.sight = sight;
        }

        void add(Instant time) {
            times++;
            last = time;
        }
    }

    /** @param declared the services of which one expects that they register: those that stay */
    public DiscoveryView(List<ServiceId> declared) {
        this.declared = List.copyOf(declared);
        this.names = declared.stream().map(ServiceId::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void accept(FoundFact found) {
        switch (found.fact()) {
            case Fact.ServiceRegistered(var registry, var name, var address) ->
                registrations.of(new Entry(registry, name)).ifPresent(entry -> entry.add(address, found.time()));
            case Fact.ServiceDeregistered(var registry, var name) ->
                registrations.of(new Entry(registry, name)).ifPresent(entry -> entry.remove(found.time()));
            case Fact.ServicesDiscovered(var others) ->
                others.forEach(name -> discoveries.of(new Sight(found.service(), name))
                        .ifPresent(seen -> seen.add(found.time())));
            case Fact _ -> {}
        }
    }

    @Override
    public Discovery report(Instant now) {
        return new Discovery(
                now,
                registrations.values().stream()
                        .map(this::told)
                        .sorted(comparing(Discovery.Registration::registry)
                                .thenComparing(Discovery.Registration::name))
                        .toList(),
                missing(),
                discoveries.values().stream()
                        .map(this::told)
                        .sorted(comparing(Discovery.Found::by).thenComparing(Discovery.Found::name))
                        .toList(),
                registrations.refused() + discoveries.refused());
    }

    private Discovery.Registration told(Registered of) {
        return new Discovery.Registration(
                of.entry.registry,
                of.entry.name,
                names.contains(of.entry.name),
                of.address,
                of.times,
                of.first,
                of.last,
                of.deregistered);
    }

    private Discovery.Found told(Seen seen) {
        return new Discovery.Found(
                seen.sight.by, seen.sight.name, names.contains(seen.sight.name), seen.times, seen.last);
    }

    private List<ServiceId> missing() {
        List<ServiceId> missing = new ArrayList<>();
        Set<String> seen = registrations.values().stream()
                .filter(entry -> entry.times > 0)
                .map(entry -> entry.entry.name)
                .collect(Collectors.toSet());
        if (!seen.isEmpty()) {
            declared.stream().filter(service -> !seen.contains(service.name())).forEach(missing::add);
        }
        return missing;
    }
}
