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
    private final Set<String> ran = new LinkedHashSet<>();
    private volatile ProjectSource.Words words;

    /** @param words those of the reading that the session began with */
    Rereading(ProjectSource source, ProjectSource.Words words, FleetSession fleet) {
        this.source = source;
        this.words = words;
        this.fleet = fleet;
    }

    /**
     * Reads the configuration again.
     *
     * @param dryRun whether nothing is to be changed
     * @throws RefusedException if it is faulty, or everything is about to stop
     */
    synchronized ReloadView reload(boolean dryRun) throws RefusedException {
        refuseAtTheEnd();
        ProjectSource.Reading.Sound now = read(List.copyOf(ran));
        StageGraph wanted = withJoined(now.project(), now.graph());
        ReloadView view = view(fleet.reconfiguring().plan(now.project(), wanted));
        if (!dryRun) {
            words = now.words();
            fleet.reconfiguring().reconfigure(now.project(), wanted);
        }
        return view;
    }

    private void refuseAtTheEnd() throws RefusedException {
        if (fleet.fleet().isEnding()) {
            throw new RefusedException("everything is about to stop");
        }
    }

    private ProjectSource.Reading.Sound read(List<String> further) throws RefusedException {
        return switch (source.read(further)) {
            case ProjectSource.Reading.Faulty(var why) -> throw new RefusedException(why);
            case ProjectSource.Reading.Sound sound -> sound;
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
        refuseAtTheEnd();
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

    /**
     * Takes what words name into the fleet as the configuration says it now, with what that needs, and starts it. What
     * the fleet has already is left as it is.
     *
     * @throws RefusedException if the configuration is faulty, a word names nothing, or everything is about to stop
     */
    synchronized void run(List<String> words) throws RefusedException {
        refuseAtTheEnd();
        List<String> all = new ArrayList<>(ran);
        all.addAll(words);
        ProjectSource.Reading.Sound now = read(all);
        ProjectSource.Meant meant = now.words().meant(words);
        this.words = now.words();
        ran.addAll(words);
        joined.addAll(meant.needed().services().keySet());
        fleet.reconfiguring().run(now.project(), meant);
    }

    /**
     * What may be run.
     *
     * @throws RefusedException if the configuration is faulty
     */
    synchronized List<String> runnable() throws RefusedException {
        return read(List.copyOf(ran)).words().known();
    }

    /** Names that stand for several services, as they were read when the fleet was told last what to be. */
    Map<String, List<ServiceId>> groups() {
        return words.groups();
    }

    private static ReloadView view(Reconfiguration plan) {
        return new ReloadView(
                List.copyOf(plan.added()),
                List.copyOf(plan.removed()),
                changes(plan, plan.restarted()),
                changes(plan, plan.adjusted()),
                plan.stages(),
                plan.alerts(),
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
