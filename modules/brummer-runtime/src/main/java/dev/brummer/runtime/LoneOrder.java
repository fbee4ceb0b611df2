package dev.brummer.runtime;

import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.process.FreePorts;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to start for a service that is to run alone, as a fleet would start it. */
public final class LoneOrder {
    private LoneOrder() {}

    /**
     * The order for one copy of a service.
     *
     * @param running the ports of services that run already, to which references lead; those of the service itself are
     *     taken, so that it gets others where it leaves the choice
     * @throws StartFailedException if a variable or reference has no value
     * @throws IOException if the system has no free port to give
     */
    public static StartOrder of(
            Project project, ServiceId service, Map<ServiceId, List<Integer>> running, FreePorts free)
            throws StartFailedException, IOException {
        Project alone = project.withService(project.service(service).alone());
        Map<InstanceId, List<Integer>> ports =
                new HashMap<>(PortBook.choose(StageGraph.of(alone), free).ports());
        running.forEach((other, own) -> {
            if (!other.equals(service) && alone.services().containsKey(other)) {
                ports.put(first(alone.service(other)), own);
            }
        });
        return new RunOrders(alone, new PortBook(ports)).order(InstanceId.only(service), 1);
    }

    private static InstanceId first(ServiceSpec spec) {
        return spec.scale() == 1 ? InstanceId.only(spec.id()) : new InstanceId(spec.id(), 1);
    }
}
