package dev.brummer.discovery.draft;

import dev.brummer.config.Choice;
import dev.brummer.discovery.compose.StartedContainers;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the services that were found a start without a name means. Where nothing says it, as with scripts in no
 * stage, it is what {@code dev} or {@code start} have run, with the containers.
 */
final class Meant {
    private static final List<String> STARTING = List.of("dev", "start:dev", "start", "serve", "up");

    private final Sketch sketch;

    private Meant(Sketch sketch) {
        this.sketch = sketch;
    }

    static Set<ServiceId> of(Sketch sketch) {
        Meant meant = new Meant(sketch);
        return meant.withAllTheyNeed(meant.chosen());
    }

    private Set<ServiceId> chosen() {
        Choice choice = sketch.choice();
        if (!choice.isFound()) {
            return all();
        }
        if (!choice.unasked().orElse(Set.of()).isEmpty()) {
            return choice.unasked().get();
        }
        Set<ServiceId> chosen = new LinkedHashSet<>(started());
        chosen.addAll(containers());
        return chosen;
    }

    private Set<ServiceId> withAllTheyNeed(Set<ServiceId> chosen) {
        Map<String, ServiceSketch> services = new HashMap<>();
        sketch.services().forEach(service -> services.put(service.id().name(), service));
        Set<ServiceId> all = new LinkedHashSet<>();
        Deque<ServiceId> open = new ArrayDeque<>(chosen);
        while (!open.isEmpty()) {
            ServiceId next = open.pop();
            ServiceSketch service = services.get(next.name());
            if (service != null && all.add(next)) {
                service.waitsFor().stream().filter(services::containsKey).map(ServiceId::new).forEach(open::push);
            }
        }
        return all;
    }

    private Set<ServiceId> all() {
        Set<ServiceId> all = new LinkedHashSet<>();
        sketch.services().forEach(service -> all.add(service.id()));
        return all;
    }

    private Set<ServiceId> started() {
        for (String name : STARTING) {
            List<ServiceId> group = sketch.choice().groups().getOrDefault(name, List.of());
            if (!group.isEmpty()) {
                return new LinkedHashSet<>(group);
            }
        }
        Set<ServiceId> elsewhere = new LinkedHashSet<>();
        Map<String, ServiceId> here = new LinkedHashMap<>();
        for (ServiceSketch service : sketch.services()) {
            if (isTask(service)) {
                continue;
            }
            if (service.key("working_dir").isPresent()) {
                elsewhere.add(service.id());
            } else {
                here.put(service.id().name(), service.id());
            }
        }
        // Of several scripts of one package one is meant: 'dev' and 'start' run the same program.
        Optional<ServiceId> first = STARTING.stream()
                .map(name -> here.get(name.replace(':', '-')))
                .filter(Objects::nonNull)
                .findFirst();
        if (first.isEmpty() && elsewhere.isEmpty()) {
            return new LinkedHashSet<>(here.values());
        }
        first.ifPresent(elsewhere::add);
        return elsewhere;
    }

    private static boolean isTask(ServiceSketch service) {
        return service.key("type").isPresent();
    }

    /** What starts containers, but for what starts only some of those that another starts. */
    private Set<ServiceId> containers() {
        Map<ServiceId, Set<String>> started = new LinkedHashMap<>();
        for (ServiceSketch service : sketch.services()) {
            StartedContainers.of(service).ifPresent(names -> started.put(service.id(), new HashSet<>(names)));
        }
        Set<ServiceId> widest = new LinkedHashSet<>();
        started.forEach((id, names) -> {
            boolean within = started.entrySet().stream().anyMatch(other -> !other.getKey().equals(id)
                    && (other.getValue().isEmpty() || (!names.isEmpty() && other.getValue().containsAll(names)))
                    && !(other.getValue().equals(names) && !widest.contains(other.getKey())));
            if (!within) {
                widest.add(id);
            }
        });
        return widest;
    }
}
