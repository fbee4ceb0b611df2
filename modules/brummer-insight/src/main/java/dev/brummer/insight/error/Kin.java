package dev.brummer.insight.error;

import dev.brummer.insight.id.Aliases;
import dev.brummer.insight.id.FoundId;
import dev.brummer.insight.id.IdNeighbours;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which errors belong to the same request: they name it, or an id that was seen beside it and beside no other.
 * For one thread.
 */
final class Kin {
    private final IdNeighbours neighbours;
    private final Aliases aliases;

    Kin(IdNeighbours neighbours) {
        this.neighbours = neighbours;
        this.aliases = neighbours.aliases();
    }

    /** One id for all errors of a request; empty where it cannot be told which. */
    Optional<String> request(Occurrence occurrence) {
        List<String> named = occurrence.requests();
        if (!named.isEmpty()) {
            // The id of a batch may come first, and says less than that of one request in it.
            return named.stream().min(this::byNeighbours).map(aliases::root);
        }
        Set<String> linked = occurrence.ids().stream()
                .map(FoundId::key)
                .flatMap(key -> neighbours.requests(key).stream())
                .map(aliases::root)
                .collect(Collectors.toSet());
        return linked.size() == 1 ? Optional.of(linked.iterator().next()) : Optional.empty();
    }

    private int byNeighbours(String one, String other) {
        return Integer.compare(neighbours.requests(one).size(), neighbours.requests(other).size());
    }
}
