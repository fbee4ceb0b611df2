package dev.brummer.core.graph;

import dev.brummer.core.model.Dependency;
import dev.brummer.core.model.Dependency.Condition;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.StageId;
import dev.brummer.spi.ServiceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The services of one start and the gates between them: the edges of {@code depends_on} together with those of the
 * stages. A stage's services wait for every service of the stages before it that is not {@code optional}. Immutable.
 */
public final class StageGraph {
    private final Map<ServiceId, ServiceSpec> services;
    private final Map<ServiceId, List<Gate>> gates;
    private final Map<ServiceId, Set<ServiceId>> dependents;

    private StageGraph(Map<ServiceId, ServiceSpec> services, Map<ServiceId, List<Gate>> gates) {
        this.services = Collections.unmodifiableMap(services);
        this.gates = gates;
        this.dependents = new LinkedHashMap<>();
        services.keySet().forEach(id -> dependents.put(id, new LinkedHashSet<>()));
        gates.forEach((id, list) -> list.forEach(gate -> dependentsOf(gate.on()).add(id)));
    }

    private Set<ServiceId> dependentsOf(ServiceId id) {
        return dependents.computeIfAbsent(id, _ -> new LinkedHashSet<>());
    }

    /** All active services of the project. */
    public static StageGraph of(Project project) {
        return build(project, project.services().keySet());
    }

    /** The named services with everything they wait for, directly or not. */
    public static StageGraph withDependencies(Project project, Set<ServiceId> named) {
        StageGraph whole = of(project);
        Set<ServiceId> reached = new LinkedHashSet<>();
        Deque<ServiceId> open = new ArrayDeque<>(named);
        while (!open.isEmpty()) {
            ServiceId id = open.pop();
            if (reached.add(id)) {
                whole.gates(id).forEach(gate -> open.push(gate.on()));
            }
        }
        return build(project, reached);
    }

    /** The named services alone; what they would wait for elsewhere is taken to be there. */
    public static StageGraph withoutDependencies(Project project, Set<ServiceId> named) {
        return build(project, named);
    }

    private static StageGraph build(Project project, Set<ServiceId> chosen) {
        Map<StageId, Set<StageId>> before = stagesBefore(project.stages());
        Map<StageId, List<ServiceSpec>> members = new LinkedHashMap<>();
        Map<ServiceId, ServiceSpec> services = new LinkedHashMap<>();
        for (ServiceSpec spec : project.services().values()) {
            if (chosen.contains(spec.id())) {
                services.put(spec.id(), spec);
                spec.stage().ifPresent(stage -> members.computeIfAbsent(stage, _ -> new ArrayList<>()).add(spec));
            }
        }
        Map<ServiceId, List<Gate>> gates = new LinkedHashMap<>();
        for (ServiceSpec spec : services.values()) {
            gates.put(spec.id(), gatesOf(spec, services, before, members));
        }
        return new StageGraph(services, gates);
    }

    private static List<Gate> gatesOf(
            ServiceSpec spec,
            Map<ServiceId, ServiceSpec> services,
            Map<StageId, Set<StageId>> before,
            Map<StageId, List<ServiceSpec>> members) {
        Map<ServiceId, Gate> gates = new LinkedHashMap<>();
        for (Dependency edge : spec.dependsOn()) {
            if (services.containsKey(edge.on())) {
                gates.put(edge.on(), new Gate(edge.on(), edge.condition(), edge.required(), Optional.empty()));
            }
        }
        List<Gate> all = new ArrayList<>(gates.values());
        spec.stage().ifPresent(own -> {
            for (StageId earlier : before.getOrDefault(own, Set.of())) {
                for (ServiceSpec member : members.getOrDefault(earlier, List.of())) {
                    Gate explicit = gates.get(member.id());
                    if (!member.optional() && (explicit == null || !impliesReady(explicit))) {
                        all.add(new Gate(member.id(), Condition.READY, true, Optional.of(earlier)));
                    }
                }
            }
        });
        return List.copyOf(all);
    }

    private static boolean impliesReady(Gate gate) {
        return gate.required() && gate.condition() != Condition.STARTED;
    }

    /** For each stage all stages before it, however far. */
    private static Map<StageId, Set<StageId>> stagesBefore(Map<StageId, Set<StageId>> after) {
        Map<StageId, Set<StageId>> before = new LinkedHashMap<>();
        for (StageId stage : after.keySet()) {
            Set<StageId> reached = new LinkedHashSet<>();
            Deque<StageId> open = new ArrayDeque<>(after.getOrDefault(stage, Set.of()));
            while (!open.isEmpty()) {
                StageId next = open.pop();
                if (reached.add(next)) {
                    open.addAll(after.getOrDefault(next, Set.of()));
                }
            }
            before.put(stage, reached);
        }
        return before;
    }

    /** The services of this start, in the order of the file. */
    public Map<ServiceId, ServiceSpec> services() {
        return services;
    }

    /** @throws IllegalArgumentException if there is no such service in this start */
    public ServiceSpec spec(ServiceId id) {
        ServiceSpec spec = services.get(id);
        if (spec == null) {
            throw new IllegalArgumentException("no service " + id);
        }
        return spec;
    }

    /** What {@code id} waits for. */
    public List<Gate> gates(ServiceId id) {
        return gates.getOrDefault(id, List.of());
    }

    /** The services that wait for {@code id}: they stop before it does. */
    public Set<ServiceId> dependents(ServiceId id) {
        return Collections.unmodifiableSet(dependents.getOrDefault(id, Set.of()));
    }

    /**
     * The services in levels: those that wait for nothing, then those that wait for these alone, and so on.
     *
     * @throws IllegalStateException if the gates close a cycle, which a loaded project never has
     */
    public List<List<ServiceId>> levels() {
        Map<ServiceId, Integer> level = new LinkedHashMap<>();
        services.keySet().forEach(id -> levelOf(id, level, new LinkedHashSet<>()));
        List<List<ServiceId>> levels = new ArrayList<>();
        services.keySet().forEach(id -> {
            int own = level.getOrDefault(id, 0);
            while (levels.size() <= own) {
                levels.add(new ArrayList<>());
            }
            levels.get(own).add(id);
        });
        return levels;
    }

    private int levelOf(ServiceId id, Map<ServiceId, Integer> known, Set<ServiceId> path) {
        Integer found = known.get(id);
        if (found != null) {
            return found;
        }
        if (!path.add(id)) {
            throw new IllegalStateException("the gates close a cycle: " + path);
        }
        int level = 0;
        for (Gate gate : gates(id)) {
            level = Math.max(level, levelOf(gate.on(), known, path) + 1);
        }
        path.remove(id);
        known.put(id, level);
        return level;
    }
}
