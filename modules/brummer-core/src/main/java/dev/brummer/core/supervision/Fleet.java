package dev.brummer.core.supervision;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All instances of one start and where each is. Immutable. */
public final class Fleet {
    private final StageGraph graph;
    private final Map<ServiceId, List<InstanceId>> copies;
    private final Map<InstanceId, Instance> instances;
    private final Set<ServiceId> external;

    private Fleet(
            StageGraph graph,
            Set<ServiceId> external,
            Map<ServiceId, List<InstanceId>> copies,
            Map<InstanceId, Instance> instances) {
        this.graph = graph;
        this.external = external;
        this.copies = copies;
        this.instances = instances;
    }

    /** A fleet of which nothing has been asked for yet. */
    public static Fleet of(StageGraph graph) {
        return of(graph, Set.of());
    }

    /**
     * A fleet of which nothing has been asked for yet.
     *
     * @param external services that somebody else runs: they are waited for and never started or stopped
     */
    public static Fleet of(StageGraph graph, Set<ServiceId> external) {
        Map<ServiceId, List<InstanceId>> copies = new LinkedHashMap<>();
        Map<InstanceId, Instance> instances = new LinkedHashMap<>();
        for (ServiceSpec spec : graph.services().values()) {
            List<InstanceId> ids = copiesOf(spec);
            copies.put(spec.id(), ids);
            ids.forEach(id -> instances.put(id, Instance.pending(id)));
        }
        return new Fleet(graph, Set.copyOf(external), copies, instances);
    }

    private static List<InstanceId> copiesOf(ServiceSpec spec) {
        if (spec.scale() == 1) {
            return List.of(InstanceId.only(spec.id()));
        }
        List<InstanceId> ids = new ArrayList<>();
        for (int index = 1; index <= spec.scale(); index++) {
            ids.add(new InstanceId(spec.id(), index));
        }
        return List.copyOf(ids);
    }

    Fleet with(Map<InstanceId, Instance> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        Map<InstanceId, Instance> next = new LinkedHashMap<>(instances);
        next.putAll(changed);
        return new Fleet(graph, external, copies, next);
    }

    public StageGraph graph() {
        return graph;
    }

    /** All instances, in the order of the file. */
    public Collection<Instance> instances() {
        return Collections.unmodifiableCollection(instances.values());
    }

    public Set<InstanceId> ids() {
        return Collections.unmodifiableSet(instances.keySet());
    }

    /** @throws IllegalArgumentException if there is no such instance */
    public Instance instance(InstanceId id) {
        Instance instance = instances.get(id);
        if (instance == null) {
            throw new IllegalArgumentException("no instance " + id);
        }
        return instance;
    }

    boolean has(InstanceId id) {
        return instances.containsKey(id);
    }

    /** The copies of a service. */
    public List<InstanceId> copies(ServiceId service) {
        return copies.getOrDefault(service, List.of());
    }

    /** @throws IllegalArgumentException if there is no such service in this start */
    public ServiceSpec spec(InstanceId id) {
        ServiceSpec spec = graph.services().get(id.service());
        if (spec == null) {
            throw new IllegalArgumentException("no service " + id.service());
        }
        return spec;
    }

    /** Whether somebody else runs it. */
    public boolean isExternal(InstanceId id) {
        return external.contains(id.service());
    }

    /** Whether every instance is ready, and every task completed. */
    public boolean isAllUp() {
        return instances.values().stream().allMatch(i -> i.isUp(spec(i.id()).isTask()));
    }

    /** Whether something has failed. */
    public boolean hasFailed() {
        return instances.values().stream().anyMatch(i -> i.state() instanceof InstanceState.Failed);
    }

    /** Whether nothing runs and nothing will by itself: what waits, waits for something that will not come. */
    public boolean isAtRest() {
        return instances.values().stream()
                .noneMatch(i -> i.isAlive()
                        || i.state() instanceof InstanceState.BackingOff
                        || i.state() instanceof InstanceState.Pending);
    }

    /** The instances whose processes may be alive. */
    public Set<InstanceId> alive() {
        return instances.values().stream().filter(Instance::isAlive).map(Instance::id).collect(Collectors.toUnmodifiableSet());
    }
}
