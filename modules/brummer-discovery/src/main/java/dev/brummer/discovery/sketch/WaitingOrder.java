package dev.brummer.discovery.sketch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds, in one walk, the edges of a graph without which it has no cycle. */
final class WaitingOrder {
    private final Map<String, List<String>> edges;
    private final Map<String, Set<String>> closing = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    private WaitingOrder(Map<String, List<String>> edges) {
        this.edges = edges;
    }

    /** @param edges what waits for what, by name */
    static WaitingOrder of(Map<String, List<String>> edges) {
        WaitingOrder order = new WaitingOrder(edges);
        edges.keySet().forEach(order::walk);
        return order;
    }

    /** Somebody on the way, and those that are still to be looked at from there. */
    private record Place(String name, Iterator<String> next) {}

    private void walk(String start) {
        Deque<Place> way = new ArrayDeque<>();
        enter(start, way);
        while (!way.isEmpty()) {
            Place here = way.element();
            if (!here.next().hasNext()) {
                open.remove(here.name());
                way.remove();
                continue;
            }
            String next = here.next().next();
            if (open.contains(next)) {
                closing.computeIfAbsent(here.name(), _ -> new HashSet<>()).add(next);
            } else {
                enter(next, way);
            }
        }
    }

    private void enter(String name, Deque<Place> way) {
        if (seen.add(name)) {
            open.add(name);
            way.push(new Place(name, edges.getOrDefault(name, List.of()).iterator()));
        }
    }

    boolean knows(String name) {
        return edges.containsKey(name);
    }

    /** Whether the graph is without a cycle only if this edge is left out. */
    boolean closesCycle(String from, String to) {
        return closing.getOrDefault(from, Set.of()).contains(to);
    }
}
