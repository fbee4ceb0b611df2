package dev.brummer.runtime;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import java.time.Duration;

/**
 * What a fleet runs by: one reading of its project, the services chosen of it, and the ports of their instances. Immutable.
 */
record Setup(Project project, StageGraph graph, PortBook ports) {
    /** How long a service may take to stop. */
    Duration longestGrace() {
        return graph.services().values().stream()
                .map(ServiceSpec::stopGracePeriod)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    RunOrders orders() {
        return new RunOrders(project, ports);
    }
}
