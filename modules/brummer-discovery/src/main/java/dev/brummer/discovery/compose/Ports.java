package dev.brummer.discovery.compose;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.Merging;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Leftover;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the ports of services that run without containers. Each container has all ports to itself, so several may have
 * been told the same one; on this machine one of them gets it.
 */
final class Ports {
    /** The variable that most programs are told their port by. */
    static final String VARIABLE = "PORT";

    private final Variables variables;
    private final List<Leftover> leftovers;
    private final Map<Integer, String> taken = new HashMap<>();

    /**
     * What a service claims.
     *
     * @param inside by the ports that containers see, those of this machine
     * @param variable {@code PORT}, where the program has to be told another than in its container
     */
    record Claim(Map<Integer, Integer> inside, Optional<Entry> variable, Span at, String why) {
        List<Integer> ports() {
            return List.copyOf(inside.values());
        }

        List<String> texts() {
            return inside.values().stream().map(port -> Integer.toString(port)).toList();
        }
    }

    /** Has every port of this machine that is published belong to who publishes it. */
    Ports(ComposeFile file, List<Leftover> leftovers) {
        this.variables = file.variables();
        this.leftovers = leftovers;
        for (ComposeService service : file.services().values()) {
            service.ports().forEach(port -> port.host().ifPresent(host -> taken.putIfAbsent(host, service.name())));
        }
    }

    private boolean isTaken(int port, ComposeService by) {
        return taken.containsKey(port) && !by.name().equals(taken.get(port));
    }

    Claim claim(ComposeService service) {
        Set<Integer> inside = new LinkedHashSet<>();
        service.ports().forEach(port -> inside.add(port.container()));
        Values.items(service.body().value("expose")).forEach(item -> exposed(item).ifPresent(inside::add));
        Optional<PortMapping> only = service.ports().size() == 1 && inside.size() == 1
                ? Optional.of(service.ports().getFirst()).filter(port -> port.host().isPresent())
                : Optional.empty();
        Span at = at(service);
        Optional<Claim> moved = only.filter(port -> port.container() != port.host().getAsInt())
                .filter(port -> isTold(service, port.container()) || isTaken(port.container(), service))
                .filter(port -> !isTaken(port.host().getAsInt(), service))
                .map(port -> moved(service, port));
        Claim claim = moved.orElseGet(() -> new Claim(free(service, inside, at), Optional.empty(), at, why(only)));
        claim.ports().forEach(port -> taken.put(port, service.name()));
        return claim;
    }

    private static Span at(ComposeService service) {
        Node ports = service.body().value(service.ports().isEmpty() ? "expose" : "ports");
        return ports == null ? service.key().span() : ports.span();
    }

    private static String why(Optional<PortMapping> only) {
        return only.filter(port -> port.host().getAsInt() != port.container())
                .map(port -> "the port that the program itself listens on; its container is published at "
                        + port.host().getAsInt())
                .orElse("");
    }

    private Optional<Integer> exposed(Node item) {
        return item instanceof Scalar text
                ? variables.resolve(text.text()).map(port -> port.replace("/tcp", ""))
                        .filter(port -> port.matches("[1-9][0-9]{0,4}")).map(Integer::parseInt)
                        .filter(port -> port <= 65_535)
                : Optional.empty();
    }

    /** Whether the environment says the port that the program listens on. */
    private boolean isTold(ComposeService service, int port) {
        Node environment = service.body().value("environment");
        return environment != null
                && Merging.assigned(environment) instanceof Mapping map
                && Values.text(map, VARIABLE).flatMap(variables::resolve).filter(Integer.toString(port)::equals).isPresent();
    }

    private Claim moved(ComposeService service, PortMapping port) {
        int here = port.host().getAsInt();
        Entry told = new Entry(
                new Scalar(port.at(), VARIABLE, true), new Scalar(port.at(), Integer.toString(here), false));
        String why = isTold(service, port.container())
                ? "where the container was published"
                : "where the container was published, since '" + taken.get(port.container()) + "' listens on "
                        + port.container() + "; a program that does not go by PORT has to be told otherwise";
        return new Claim(Map.of(port.container(), here), Optional.of(told), port.at(), why);
    }

    private Map<Integer, Integer> free(ComposeService service, Set<Integer> inside, Span at) {
        Map<Integer, Integer> free = new LinkedHashMap<>();
        for (int port : inside) {
            if (!isTaken(port, service)) {
                free.put(port, port);
            } else {
                leftovers.add(new Leftover(
                        at,
                        "'" + service.name() + "' listens on port " + port + ", which '" + taken.get(port) + "' has on this machine",
                        "have it listen on another one, and write that under 'ports'"));
            }
        }
        return free;
    }
}
