package dev.brummer.runtime;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;

/**
 * What a fleet runs by: one reading of its project, the services chosen of it, and the ports of their instances. Immutable.
 */
record Setup(Project project, StageGraph graph, PortBook ports) {
    RunOrders orders() {
        return new RunOrders(project, ports);
    }
}
