package dev.brummer.core.supervision;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.spi.InstanceId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graph that takes the place of a fleet's as soon as nothing is left of what has to end for it. Immutable.
 *
 * @param graph the fleet's own where services are only restarted together
 * @param leaving the instances whose runs have to end first; none of them starts before
 * @param wanted those of them that start again afterwards, if they are in {@code graph}, and why
 * @param cause why instances start that are new
 */
record Exchange(StageGraph graph, Set<InstanceId> leaving, Map<InstanceId, Cause> wanted, Cause cause) {
    Exchange {
        leaving = Collections.unmodifiableSet(new LinkedHashSet<>(leaving));
        wanted = Collections.unmodifiableMap(new LinkedHashMap<>(wanted));
    }

    /** Whether an instance stops for a while only. */
    boolean bringsBack(InstanceId id) {
        return wanted.containsKey(id);
    }

    /** Why an instance starts again; empty where it does not. */
    Optional<Cause> cause(InstanceId id) {
        return Optional.ofNullable(wanted.get(id));
    }

    Exchange wanting(InstanceId id, Cause why) {
        Map<InstanceId, Cause> more = new LinkedHashMap<>(wanted);
        more.put(id, why);
        return new Exchange(graph, leaving, more, cause);
    }

    Exchange notWanting(InstanceId id) {
        Map<InstanceId, Cause> fewer = new LinkedHashMap<>(wanted);
        fewer.remove(id);
        return new Exchange(graph, leaving, fewer, cause);
    }
}
