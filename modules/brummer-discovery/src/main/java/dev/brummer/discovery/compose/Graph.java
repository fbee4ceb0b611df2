package dev.brummer.discovery.compose;

import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.Merging;
import dev.brummer.discovery.foreign.Values;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which services wait for which, by {@code depends_on} and {@code links}. Immutable. */
final class Graph {
    private static final String COMPLETED = "service_completed_successfully";

    private final Map<String, Map<String, Edge>> edges = new LinkedHashMap<>();

    /**
     * That one service waits for another.
     *
     * @param on the name of the other, where it stands
     * @param condition as it is written; empty where it is not
     */
    record Edge(Scalar on, Optional<String> condition, boolean required, boolean restart) {
        boolean isForCompletion() {
            return condition.filter(COMPLETED::equals).isPresent();
        }
    }

    private Graph() {}

    static Graph of(ComposeFile file) {
        Graph graph = new Graph();
        for (ComposeService service : file.services().values()) {
            graph.edges.put(service.name(), edges(service.body()));
        }
        return graph;
    }

    private static Map<String, Edge> edges(Mapping body) {
        Map<String, Edge> edges = new LinkedHashMap<>();
        for (Node item : Values.items(body.value("links"))) {
            if (item instanceof Scalar link) {
                Scalar name = new Scalar(link.span(), link.text().split(":", 2)[0], true);
                edges.put(name.text(), new Edge(name, Optional.empty(), true, false));
            }
        }
        Node written = body.value("depends_on");
        if (written != null && Merging.named(written) instanceof Mapping map) {
            for (Entry entry : map.entries().values()) {
                edges.put(entry.key().text(), edge(entry));
            }
        }
        return edges;
    }

    private static Edge edge(Entry entry) {
        Mapping says = entry.value() instanceof Mapping map ? map : Mapping.empty(entry.key().span());
        boolean required = Values.text(says, "required").filter("false"::equalsIgnoreCase).isEmpty();
        return new Edge(entry.key(), Values.text(says, "condition"), required, Values.isTrue(says, "restart"));
    }

    /** What a service waits for, by name, in the order of the file. */
    Map<String, Edge> of(String service) {
        return edges.getOrDefault(service, Map.of());
    }

    /** The services that somebody waits for until they have done their work. */
    Set<String> toComplete() {
        Set<String> toComplete = new HashSet<>();
        edges.values().forEach(from -> from.forEach((on, edge) -> {
            if (edge.isForCompletion()) {
                toComplete.add(on);
            }
        }));
        return toComplete;
    }

    /** The services that wait for one of these, or for one that does, and so on. */
    Set<String> waitingFor(Set<String> these) {
        Map<String, Set<String>> waiting = new HashMap<>();
        edges.forEach((from, all) -> all.keySet().forEach(on -> waiting.computeIfAbsent(on, _ -> new HashSet<>()).add(from)));
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(these);
        while (!open.isEmpty()) {
            for (String from : waiting.getOrDefault(open.pop(), Set.of())) {
                if (found.add(from)) {
                    open.push(from);
                }
            }
        }
        return found;
    }
}
