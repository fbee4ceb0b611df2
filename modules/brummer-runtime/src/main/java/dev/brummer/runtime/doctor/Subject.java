package dev.brummer.runtime.doctor;

import dev.brummer.core.environment.Environments;
import dev.brummer.core.environment.RunEnvironment;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.InstanceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What would be started. */
record Subject(Project project, StageGraph graph) {
    // Which port is chosen for 'auto' does not matter before it is listened on.
    private static final int ANY_PORT = 65_535;

    Collection<ServiceSpec> services() {
        return graph.services().values();
    }

    /** The environment of a service's first copy. */
    RunEnvironment environment(ServiceSpec service) throws UnresolvedException {
        Map<InstanceId, List<Integer>> ports = new HashMap<>();
        project.services().values().forEach(each -> ports.put(first(each), ports(each)));
        return Environments.of(project, service, first(service), ports);
    }

    private static InstanceId first(ServiceSpec service) {
        return service.scale() == 1 ? InstanceId.only(service.id()) : new InstanceId(service.id(), 1);
    }

    private static List<Integer> ports(ServiceSpec service) {
        List<Integer> ports = new ArrayList<>();
        for (PortClaim claim : service.ports()) {
            ports.add(claim instanceof PortClaim.Fixed(int port) ? port : ANY_PORT);
        }
        return ports;
    }

    /** Whether a task comes first, which may make what is not there yet. */
    boolean comesAfterTask(ServiceSpec service) {
        return graph.gates(service.id()).stream()
                .anyMatch(gate -> project.services().containsKey(gate.on()) && project.service(gate.on()).isTask());
    }
}
