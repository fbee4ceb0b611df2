package dev.brummer.insight.request;

import dev.brummer.insight.id.FoundId;
import dev.brummer.logs.query.Unit;
import java.util.List;
import java.util.Set;

/**
 * A unit, and the ids in it.
 *
 * @param unit with bytes of its own
 */
record Sighting(Unit unit, List<FoundId> ids) {
    /** Whether it names a request. */
    boolean namesRequest() {
        return ids.stream().anyMatch(FoundId::isRequest);
    }

    /** Whether it names one of these. */
    boolean namesAny(Set<String> keys) {
        return ids.stream().anyMatch(id -> keys.contains(id.key()));
    }

    long sequence() {
        return unit.sequence();
    }
}
