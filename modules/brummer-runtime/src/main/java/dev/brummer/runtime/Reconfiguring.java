package dev.brummer.runtime;

import dev.brummer.core.diff.Reconfiguration;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.supervision.Cause;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.supervision.InstanceState;
import dev.brummer.logs.Journal;
import dev.brummer.process.FreePorts;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Has a running fleet go by another reading of its project, or have more services. Safe for use by several threads. */
final class Reconfiguring {
    private final CurrentSetup current;
    private final UnaryOperator<Project> welcome;
    private final FreePorts free;
    private final EventLoop loop;
    private final Journal journal;

    /** @param welcome what a session makes of every project it is given */
    Reconfiguring(
            CurrentSetup current, UnaryOperator<Project> welcome, FreePorts free, EventLoop loop, Journal journal) {
        this.current = current;
        this.welcome = welcome;
        this.free = free;
        this.loop = loop;
        this.journal = journal;
    }

    /** What {@link #reconfigure} would change; changes nothing. */
    Reconfiguration plan(Project fresh, StageGraph graph) {
        return plan(current.get(), welcome.apply(fresh), graph);
    }

    private static Reconfiguration plan(Setup now, Project fresh, StageGraph graph) {
        return Reconfiguration.between(now.project(), now.graph(), fresh, graph);
    }

    /**
     * Has the fleet become that of {@code graph}; returns at once. One line in the stream says what that changes.
     *
     * @param graph services of {@code fresh}
     */
    void reconfigure(Project fresh, StageGraph graph) {
        Project welcomed = welcome.apply(fresh);
        loop.soon(() -> {
            Reconfiguration plan = plan(current.get(), welcomed, graph);
            if (loop.fleet().isEnding()) {
                say(Level.WARN, "reload: not now, everything is about to stop");
            } else if (plan.isEmpty() && !loop.fleet().isChanging()) {
                say(Level.INFO, "reload: nothing is different");
            } else {
                String earlier = loop.fleet().isChanging() ? ", instead of what was under way" : "";
                say(Level.INFO, "reload: " + plan.words() + earlier);
                exchange(welcomed, graph, plan.restarted(), Cause.RELOAD);
            }
        });
    }

    /**
     * Has the fleet have these services as well, and starts those of them that do not run; returns at once. What is under
     * way, and tasks that are done, are left alone.
     *
     * @param wider services of the project as the fleet has it
     */
    void join(StageGraph wider) {
        loop.soon(() -> widen("joined", current.latest().project(), wider.services().keySet(), Set.of()));
    }

    /**
     * Has the fleet have services of another reading as well, and starts those that do not run, also tasks that are done
     * if they are named; returns at once. What the fleet has already is left as it is, whatever that reading says of it.
     *
     * @param meant services of {@code fresh}
     */
    void run(Project fresh, ProjectSource.Meant meant) {
        Project welcomed = welcome.apply(fresh);
        loop.soon(() -> {
            Set<ServiceId> asked = meant.needed().services().keySet();
            meant.notes().forEach(note -> say(Level.WARN, "run: " + note));
            tellOfChanges(welcomed, asked);
            Project latest = current.latest().project();
            widen("run", latest.with(added(asked), welcomed), asked, meant.named());
        });
    }

    private Set<ServiceId> added(Set<ServiceId> asked) {
        Set<ServiceId> added = new LinkedHashSet<>(asked);
        added.removeAll(current.latest().graph().services().keySet());
        return added;
    }

    private void tellOfChanges(Project fresh, Set<ServiceId> asked) {
        Setup latest = current.latest();
        Set<ServiceId> both = new LinkedHashSet<>(latest.graph().services().keySet());
        both.retainAll(asked);
        Set<ServiceId> changed = plan(latest, fresh, StageGraph.withoutDependencies(fresh, both)).changed().keySet();
        if (!changed.isEmpty()) {
            String names = Summaries.named(changed.stream().map(ServiceId::name).toList());
            say(Level.INFO, "run: the configuration says something else of " + names + " now; a reload takes that over");
        }
    }

    /** @param again those whose tasks are to run again though they are done */
    private void widen(String what, Project project, Set<ServiceId> asked, Set<ServiceId> again) {
        List<InstanceId> missing = missing(loop.fleet(), asked, again);
        Set<ServiceId> added = added(asked);
        say(Level.INFO, what + ": " + words(missing, added));
        // First: what is new may wait for it, and is not to be told that it has ended.
        if (!missing.isEmpty()) {
            loop.take(new Event.StartAsked(new LinkedHashSet<>(missing), Cause.PERSON));
        }
        if (!added.isEmpty()) {
            Set<ServiceId> all = new LinkedHashSet<>(current.latest().graph().services().keySet());
            all.addAll(asked);
            exchange(project, StageGraph.withoutDependencies(project, all), Set.of(), Cause.PERSON);
        }
    }

    /** The instances that have ended, or are about to. */
    private static List<InstanceId> missing(Fleet fleet, Set<ServiceId> asked, Set<ServiceId> again) {
        return fleet.instances().stream()
                .filter(instance -> asked.contains(instance.id().service()))
                .filter(instance -> isMissing(fleet, instance)
                        || (again.contains(instance.id().service())
                                && instance.state() instanceof InstanceState.Completed))
                .map(Instance::id)
                .toList();
    }

    private static boolean isMissing(Fleet fleet, Instance instance) {
        return switch (instance.state()) {
            case InstanceState.Failed _, InstanceState.Stopped _ -> true;
            case InstanceState.Completed _ -> !fleet.spec(instance.id()).isTask();
            case InstanceState.Pending _, InstanceState.Waiting _, InstanceState.Starting _, InstanceState.Ready _,
                    InstanceState.Unhealthy _, InstanceState.BackingOff _, InstanceState.Stopping _ ->
                instance.stop().isPresent();
        };
    }

    private static String words(List<InstanceId> missing, Set<ServiceId> added) {
        List<String> names = new ArrayList<>();
        missing.forEach(id -> names.add(id.label()));
        added.forEach(id -> names.add(id.name()));
        return names.isEmpty() ? "everything asked for is there already" : "starts " + Summaries.named(names);
    }

    private void exchange(Project project, StageGraph graph, Set<ServiceId> anew, Cause cause) {
        try {
            // Of what was to hold before it nothing has started: the ports in use are those of now.
            Setup now = current.get();
            current.prepare(new Setup(project, graph, now.ports().after(now, graph, free)));
            loop.take(new Event.ReconfigureAsked(graph, anew, cause));
        } catch (IOException e) {
            say(Level.ERROR, "nothing is changed: no port can be chosen for what is new: " + e.getMessage());
        }
    }

    private void say(Level level, String text) {
        long ignored = journal.notice(level, text);
    }
}
