package dev.brummer.insight.error;

import dev.brummer.insight.id.FoundId;
import dev.brummer.insight.id.IdNeighbours;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which errors belong to the same request: they name it, or an id that was seen beside it and beside no other. For
 * one thread.
 */
final class Kin {
    // A trace's id stands beside the id of each of its hops; one beside more is that of a batch, or of a user.
    private static final int MOST_ALIASES = 20;

    private final IdNeighbours neighbours;
    private final Map<String, String> parents = new HashMap<>();

    Kin(IdNeighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Learns that the requests that stand together in an error are one. */
    void join(Occurrence occurrence) {
        List<String> narrow = occurrence.requests().stream().filter(this::isNarrow).toList();
        for (String request : narrow) {
            parents.put(root(request), root(narrow.getFirst()));
        }
    }

    private boolean isNarrow(String request) {
        return neighbours.requests(request).size() <= MOST_ALIASES;
    }

    /** One id for all errors of a request; empty where it cannot be told which. */
    Optional<String> request(Occurrence occurrence) {
        List<String> named = occurrence.requests();
        if (!named.isEmpty()) {
            return Optional.of(root(named.stream().filter(this::isNarrow).findFirst().orElse(named.getFirst())));
        }
        Set<String> linked = occurrence.ids().stream()
                .map(FoundId::key)
                .flatMap(key -> neighbours.requests(key).stream())
                .map(this::root)
                .collect(Collectors.toSet());
        return linked.size() == 1 ? Optional.of(linked.iterator().next()) : Optional.empty();
    }

    private String root(String id) {
        String root = id;
        for (String parent = parents.get(root); parent != null && !parent.equals(root); parent = parents.get(root)) {
            root = parent;
        }
        return root;
    }
}
