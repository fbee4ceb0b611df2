package dev.brummer.runtime.why;

import dev.brummer.api.Cause.PortHeld;
import dev.brummer.api.InstanceView;
import dev.brummer.core.graph.Gate;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StateChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where services were before a start ended, as far as its journal tells. */
final class StoredPresent implements Present {
    private final Past past;
    private final Optional<Project> project;
    private final Optional<StageGraph> graph;

    /** @param project empty where it does not load */
    StoredPresent(Past past, Optional<Project> project) {
        this.past = past;
        this.project = project;
        this.graph = project.map(StageGraph::of);
    }

    @Override
    public Optional<Standing> of(ServiceId service) {
        List<InstanceView> copies = copies(service).toList();
        if (copies.isEmpty()) {
            return Optional.empty();
        }
        List<Gate> gates = graph.map(known -> known.gates(service)).orElse(List.of());
        List<ServiceId> needs =
                gates.stream().filter(gate -> gate.stage().isEmpty()).map(Gate::on).toList();
        List<ServiceId> follows = gates.stream().map(Gate::on).distinct().toList();
        List<ServiceId> closed = follows.stream().filter(on -> copies(on).anyMatch(copy -> !copy.isUp())).toList();
        return Optional.of(new Standing(copies, List.of(), closed, needs, follows));
    }

    private Stream<InstanceView> copies(ServiceId service) {
        return past.last(service).stream().map(this::view);
    }

    private InstanceView view(StateChange change) {
        boolean task = project.map(known -> known.services().get(change.instance().service()))
                .filter(spec -> spec.isTask())
                .isPresent();
        return new InstanceView(
                change.instance(),
                Optional.empty(),
                task,
                false,
                change.to(),
                change.run(),
                change.reason(),
                Optional.of(change.time()),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** Who held a port then, nobody knows. */
    @Override
    public Optional<PortHeld> held(InstanceView instance, List<String> lines) {
        return Optional.empty();
    }
}
