package dev.brummer.runtime;

import dev.brummer.core.model.PortClaim;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.process.FreePorts;
import dev.brummer.spi.InstanceId;
import java.io.IOException;
import java.util.ArrayList;
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
    static PortBook choose(Fleet fleet, FreePorts free) throws IOException {
        Set<Integer> taken = new HashSet<>();
        for (Instance instance : fleet.instances()) {
            fleet.spec(instance.id()).ports().forEach(claim -> {
                if (claim instanceof PortClaim.Fixed(int port)) {
                    taken.add(port);
                }
            });
        }
        Map<InstanceId, List<Integer>> chosen = new LinkedHashMap<>();
        for (Instance instance : fleet.instances()) {
            chosen.put(instance.id(), chosen(fleet.spec(instance.id()).ports(), free, taken));
        }
        return new PortBook(chosen);
    }

    private static List<Integer> chosen(List<PortClaim> claims, FreePorts free, Set<Integer> taken) throws IOException {
        List<Integer> ports = new ArrayList<>();
        for (PortClaim claim : claims) {
            int port = switch (claim) {
                case PortClaim.Fixed(int fixed) -> fixed;
                case PortClaim.Auto() -> free.next(taken);
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
