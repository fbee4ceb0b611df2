package dev.brummer.discovery.sketch;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has what services say of each other agree, so that a sketch can be loaded whatever the files said that it comes from:
 * a dependency that leads nowhere or closes a cycle, and a second claim of a port, become leftovers.
 */
public final class Agreement {
    private static final String DEPENDS_ON = "depends_on";
    private static final String PORTS = "ports";

    private final WaitingOrder order;
    private final Map<String, String> owners = new HashMap<>();
    private final List<Leftover> leftovers;

    private Agreement(Sketch sketch) {
        this.leftovers = new ArrayList<>(sketch.leftovers());
        Map<String, List<String>> edges = new LinkedHashMap<>();
        sketch.services().forEach(service -> edges.put(service.id().name(), service.waitsFor()));
        this.order = WaitingOrder.of(edges);
    }

    /** The same sketch, as far as it agrees with itself. */
    public static Sketch of(Sketch sketch) {
        Agreement agreement = new Agreement(sketch);
        List<ServiceSketch> services = sketch.services().stream()
                .map(agreement::waiting)
                .map(agreement::listening)
                .toList();
        return sketch.with(services).leaving(agreement.leftovers);
    }

    private ServiceSketch waiting(ServiceSketch service) {
        Optional<Said> said = service.key(DEPENDS_ON);
        if (said.isEmpty()) {
            return service;
        }
        Node kept = switch (said.get().value()) {
            case Sequence list -> new Sequence(list.span(), list.items().stream()
                    .filter(item -> !(item instanceof Scalar on) || holds(service, on))
                    .toList());
            case Mapping map -> {
                Map<String, Entry> entries = new LinkedHashMap<>(map.entries());
                entries.values().removeIf(entry -> !holds(service, entry.key()));
                yield new Mapping(map.span(), entries);
            }
            case Scalar on -> holds(service, on) ? on : new Sequence(on.span(), List.of());
        };
        boolean empty = (kept instanceof Sequence list && list.items().isEmpty())
                || (kept instanceof Mapping map && map.entries().isEmpty());
        return empty ? service.without(DEPENDS_ON) : service.with(DEPENDS_ON, kept, said.get().why());
    }

    private boolean holds(ServiceSketch service, Scalar on) {
        String self = service.id().name();
        if (!order.knows(on.text())) {
            leave(on, "'" + self + "' cannot wait for '" + on.text() + "', which is not here");
            return false;
        }
        if (order.closesCycle(self, on.text())) {
            boolean same = on.text().equals(self);
            String turn = "'" + on.text() + "' waits for '" + self + "' in turn";
            leave(on, same ? "'" + self + "' cannot wait for itself" : turn);
            return false;
        }
        return true;
    }

    private void leave(Scalar at, String what) {
        leftovers.add(new Leftover(at.span(), what, ""));
    }

    private ServiceSketch listening(ServiceSketch service) {
        Optional<Said> said = service.key(PORTS);
        if (said.isEmpty() || !(said.get().value() instanceof Sequence list)) {
            return service;
        }
        List<Node> kept = list.items().stream().filter(item -> claims(service, item)).toList();
        if (kept.size() == list.items().size()) {
            return service;
        }
        return kept.isEmpty()
                ? service.without(PORTS)
                : service.with(PORTS, new Sequence(list.span(), kept), said.get().why());
    }

    private boolean claims(ServiceSketch service, Node port) {
        if (!(port instanceof Scalar number) || !number.text().matches("[0-9]+")) {
            return true;
        }
        String owner = owners.putIfAbsent(number.text(), service.id().name());
        if (owner != null) {
            leftovers.add(new Leftover(
                    number.span(),
                    "port " + number.text() + " of '" + service.id() + "' is that of '" + owner + "' as well",
                    "have one of them listen on another, and write that under 'ports'"));
        }
        return owner == null;
    }
}
