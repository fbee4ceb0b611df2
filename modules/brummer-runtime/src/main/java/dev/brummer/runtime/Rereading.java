package dev.brummer.runtime;

import dev.brummer.api.RefusedException;
import dev.brummer.api.ReloadView;
import dev.brummer.core.diff.Change;
import dev.brummer.core.diff.Reconfiguration;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Has a fleet go by what its configuration says now, and takes in more of its services. Safe for use by several threads. */
final class Rereading {
    private final ProjectSource source;
    private final FleetSession fleet;
    // Beside those that were asked for when the session began.
    private final Set<ServiceId> joined = new LinkedHashSet<>();

    Rereading(ProjectSource source, FleetSession fleet) {
        this.source = source;
        this.fleet = fleet;
    }

    /**
     * Reads the configuration again.
     *
     * @param dryRun whether nothing is to be changed
     * @throws RefusedException if it is faulty, or everything is about to stop
     */
    synchronized ReloadView reload(boolean dryRun) throws RefusedException {
        if (fleet.fleet().isEnding()) {
            throw new RefusedException("everything is about to stop");
        }
        return switch (source.read()) {
            case ProjectSource.Reading.Faulty(var why) -> throw new RefusedException(why);
            case ProjectSource.Reading.Sound(var project, var graph) -> {
                StageGraph wanted = withJoined(project, graph);
                ReloadView view = view(fleet.reconfiguring().plan(project, wanted));
                if (!dryRun) {
                    fleet.reconfiguring().reconfigure(project, wanted);
                }
                yield view;
            }
        };
    }

    private StageGraph withJoined(Project project, StageGraph asked) {
        Set<ServiceId> all = new LinkedHashSet<>(joined);
        all.retainAll(project.services().keySet());
        all.addAll(asked.services().keySet());
        return StageGraph.withoutDependencies(project, all);
    }

    /**
     * Takes services into the fleet, and starts those that do not run.
     *
     * @throws RefusedException if one is not of the project, or everything is about to stop
     */
    synchronized void join(Set<ServiceId> services) throws RefusedException {
        if (fleet.fleet().isEnding()) {
            throw new RefusedException("everything is about to stop");
        }
        Project project = fleet.setup().project();
        for (ServiceId service : services) {
            if (!project.services().containsKey(service)) {
                throw new RefusedException("the fleet that runs knows no service '" + service
                        + "'; 'brum reload' has it read its configuration again");
            }
        }
        joined.addAll(services);
        fleet.reconfiguring().join(StageGraph.withoutDependencies(project, services));
    }

    private static ReloadView view(Reconfiguration plan) {
        return new ReloadView(
                List.copyOf(plan.added()),
                List.copyOf(plan.removed()),
                changes(plan, plan.restarted()),
                changes(plan, plan.adjusted()),
                plan.stages(),
                plan.newStart(),
                plan.words());
    }

    private static Map<String, List<String>> changes(Reconfiguration plan, Set<ServiceId> services) {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        for (ServiceId service : services) {
            List<Change> all = plan.changed().getOrDefault(service, List.of());
            changes.put(service.name(), all.stream().map(Change::what).collect(Collectors.toCollection(ArrayList::new)));
        }
        return changes;
    }
}
