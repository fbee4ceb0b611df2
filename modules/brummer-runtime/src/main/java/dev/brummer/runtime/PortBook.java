package dev.brummer.runtime;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.process.FreePorts;
import dev.brummer.spi.InstanceId;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ports of every instance of a start, {@code auto} ones chosen. They stay the same from run to run, so that an
 * address once given to a neighbour stays right. Immutable.
 */
record PortBook(Map<InstanceId, List<Integer>> ports) {
    PortBook {
        ports = Map.copyOf(ports);
    }

    /** @throws IOException if the system has no free port to give */
    static PortBook choose(StageGraph graph, FreePorts free) throws IOException {
        return chosen(graph, Map.of(), free);
    }

    /**
     * The ports of the instances of another graph: those that were chosen stay where they are asked for again.
     *
     * @param before what these ports belong to
     * @throws IOException if the system has no free port to give
     */
    PortBook after(Setup before, StageGraph graph, FreePorts free) throws IOException {
        Map<InstanceId, List<Integer>> kept = new HashMap<>();
        for (InstanceId id : Fleet.idsOf(before.graph())) {
            kept.put(id, autoPorts(before.graph().spec(id.service()).ports(), of(id)));
        }
        return chosen(graph, kept, free);
    }

    private static List<Integer> autoPorts(List<PortClaim> claims, List<Integer> ports) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i) instanceof PortClaim.Auto) {
                chosen.add(ports.get(i));
            }
        }
        return chosen;
    }

    private static PortBook chosen(StageGraph graph, Map<InstanceId, List<Integer>> kept, FreePorts free)
            throws IOException {
        Set<Integer> taken = new HashSet<>();
        kept.values().forEach(taken::addAll);
        for (InstanceId id : Fleet.idsOf(graph)) {
            graph.spec(id.service()).ports().forEach(claim -> {
                if (claim instanceof PortClaim.Fixed(int port)) {
                    taken.add(port);
                }
            });
        }
        Map<InstanceId, List<Integer>> chosen = new LinkedHashMap<>();
        for (InstanceId id : Fleet.idsOf(graph)) {
            Deque<Integer> own = new ArrayDeque<>(kept.getOrDefault(id, List.of()));
            chosen.put(id, chosen(graph.spec(id.service()).ports(), own, free, taken));
        }
        return new PortBook(chosen);
    }

    private static List<Integer> chosen(List<PortClaim> claims, Deque<Integer> own, FreePorts free, Set<Integer> taken)
            throws IOException {
        List<Integer> ports = new ArrayList<>();
        for (PortClaim claim : claims) {
            int port = switch (claim) {
                case PortClaim.Fixed(int fixed) -> fixed;
                case PortClaim.Auto() -> own.isEmpty() ? free.next(taken) : own.removeFirst();
            };
            taken.add(port);
            ports.add(port);
        }
        return ports;
    }

    List<Integer> of(InstanceId instance) {
        return ports.getOrDefault(instance, List.of());
    }
}
