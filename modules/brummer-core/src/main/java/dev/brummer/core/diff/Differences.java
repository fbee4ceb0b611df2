package dev.brummer.core.diff;

import dev.brummer.core.environment.Environments;
import dev.brummer.core.model.Dependency;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is different between two readings of one service. */
final class Differences {
    private final Project before;
    private final Project after;
    private final Map<InstanceId, List<Integer>> portsBefore;
    private final Map<InstanceId, List<Integer>> portsAfter;

    Differences(Project before, Project after) {
        this.before = before;
        this.after = after;
        this.portsBefore = RunSight.imaginedPorts(before);
        this.portsAfter = RunSight.imaginedPorts(after);
    }

    List<Change> of(ServiceSpec from, ServiceSpec to) {
        List<Change> changes = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (!aspect.value(from).equals(aspect.value(to))) {
                changes.addAll(of(aspect, from, to));
            }
        }
        changes.addAll(seen(from, to, changes));
        return List.copyOf(changes);
    }

    private static List<Change> of(Aspect aspect, ServiceSpec from, ServiceSpec to) {
        return switch (aspect) {
            case DEPENDS_ON -> edges(from, to);
            case SCALE -> List.of(scale(from, to));
            // Told variable by variable, by what reaches the service.
            case ENVIRONMENT -> List.of();
            case TYPE, STAGE, COMMAND, WORKING_DIR, PORTS, READINESS, HEALTHCHECK, START_TIMEOUT, RESTART,
                    BACKOFF, SUCCESS_EXIT_CODES, STOP_SIGNAL, STOP_GRACE_PERIOD, STOP_COMMAND, OPTIONAL, PROFILES,
                    ALIASES, CONSOLE, REQUIRES, WATCH, TTY ->
                List.of(Change.of(aspect.key(), aspect.restarts(), aspect.text(from), aspect.text(to)));
        };
    }

    /** The only copy of a service is not the first of several: neither its name nor its environment is the same. */
    private static Change scale(ServiceSpec from, ServiceSpec to) {
        boolean others = from.scale() == 1 || to.scale() == 1;
        return Change.of(Aspect.SCALE.key(), others, Aspect.SCALE.text(from), Aspect.SCALE.text(to));
    }

    private static List<Change> edges(ServiceSpec from, ServiceSpec to) {
        Map<ServiceId, Dependency> old = edges(from);
        Map<ServiceId, Dependency> fresh = edges(to);
        Set<ServiceId> on = new TreeSet<>(old.keySet());
        on.addAll(fresh.keySet());
        on.removeIf(id -> Objects.equals(old.get(id), fresh.get(id)));
        if (on.isEmpty()) {
            // The same edges in another order.
            return List.of();
        }
        return on.stream()
                .map(id -> Change.of(Aspect.DEPENDS_ON.key() + " " + id, Aspect.DEPENDS_ON.restarts()))
                .toList();
    }

    private static Map<ServiceId, Dependency> edges(ServiceSpec spec) {
        Map<ServiceId, Dependency> edges = new LinkedHashMap<>();
        spec.dependsOn().forEach(edge -> edges.put(edge.on(), edge));
        return edges;
    }

    /** What reaches the service, wherever it is said: in its own keys, above all services, in an env file. */
    private static List<Change> environment(Map<String, ?> old, Map<String, ?> fresh) {
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        names.removeIf(name -> Objects.equals(old.get(name), fresh.get(name)));
        return names.stream()
                .map(name -> Change.of(Aspect.ENVIRONMENT.key() + " " + name, Aspect.ENVIRONMENT.restarts()))
                .toList();
    }

    /** What the runs would see, which may be another thing though it reads the same: a variable, another's port. */
    private List<Change> seen(ServiceSpec from, ServiceSpec to, List<Change> known) {
        RunSight old = RunSight.of(before, from, portsBefore);
        RunSight fresh = RunSight.of(after, to, portsAfter);
        if (!old.fault().isEmpty() || !fresh.fault().isEmpty()) {
            List<Change> declared = environment(from.environment(), to.environment());
            boolean same = !declared.isEmpty() || old.fault().equals(fresh.fault());
            return same ? declared : List.of(Change.of("what its variables refer to", true));
        }
        List<Change> changes = new ArrayList<>(environment(old.environment(), fresh.environment()));
        if (names(known, Aspect.TTY)) {
            // A terminal brings its name along.
            changes.removeIf(change -> change.what().equals(Aspect.ENVIRONMENT.key() + " " + Environments.TERMINAL));
        }
        if (!old.command().equals(fresh.command()) && !names(known, Aspect.COMMAND)) {
            changes.add(Change.of("what its command refers to", true));
        }
        boolean checksKnown = names(known, Aspect.READINESS) || names(known, Aspect.HEALTHCHECK);
        if (!old.checks().equals(fresh.checks()) && !checksKnown) {
            changes.add(Change.of("what its checks refer to", true));
        }
        return changes;
    }

    private static boolean names(List<Change> changes, Aspect aspect) {
        return changes.stream().anyMatch(change -> change.what().equals(aspect.key()));
    }
}
