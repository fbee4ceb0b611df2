package dev.brummer.discovery.evidence;

import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The services that somebody asks for: those that are named or, where none is, those that a start means by itself. */
record Asked(Set<ServiceId> services) {
    /** @param named the words of a command line */
    static Asked of(Sketch sketch, Set<String> named) {
        if (named.isEmpty()) {
            return new Asked(sketch.choice().unasked().orElse(Set.of()));
        }
        Stream<ServiceId> grouped = sketch.choice().groups().entrySet().stream()
                .filter(group -> named.contains(group.getKey()))
                .flatMap(group -> group.getValue().stream());
        Stream<ServiceId> single = sketch.services().stream()
                .filter(service -> names(service).anyMatch(named::contains))
                .map(ServiceSketch::id);
        return new Asked(Set.copyOf(Stream.concat(grouped, single).toList()));
    }

    private static Stream<String> names(ServiceSketch service) {
        List<String> aliases = service.key("aliases").map(Said::value).map(Values::texts).orElse(List.of());
        return Stream.concat(Stream.of(service.id().name()), aliases.stream());
    }

    boolean has(ServiceSketch service) {
        return services.contains(service.id());
    }

    /** These services, those that are asked for first. */
    List<ServiceSketch> first(Collection<ServiceSketch> all) {
        List<ServiceSketch> sorted = new ArrayList<>(all.stream().filter(this::has).toList());
        sorted.addAll(all.stream().filter(service -> !has(service)).toList());
        return sorted;
    }
}
