package dev.brummer.core.supervision;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All instances of one start and where each is. Immutable. */
public final class Fleet {
    private final StageGraph graph;
    private final Map<ServiceId, List<InstanceId>> copies;
    private final Map<InstanceId, Instance> instances;
    private final Set<ServiceId> external;
    // How many runs had what is gone: should it come back, it goes on counting.
    private final Map<InstanceId, Integer> earlierRuns;
    private final Optional<Exchange> exchange;
    private final boolean ending;

    private Fleet(
            StageGraph graph,
            Set<ServiceId> external,
            Map<ServiceId, List<InstanceId>> copies,
            Map<InstanceId, Instance> instances,
            Map<InstanceId, Integer> earlierRuns,
            Optional<Exchange> exchange,
            boolean ending) {
        this.graph = graph;
        this.external = external;
        this.copies = copies;
        this.instances = instances;
        this.earlierRuns = earlierRuns;
        this.exchange = exchange;
        this.ending = ending;
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
        Map<InstanceId, Instance> instances = new LinkedHashMap<>();
        idsOf(graph).forEach(id -> instances.put(id, Instance.pending(id, 0)));
        return new Fleet(graph, Set.copyOf(external), copiesOf(graph), instances, Map.of(), Optional.empty(), false);
    }

    /** The instances of a fleet of this graph, in the order of the file. */
    public static Set<InstanceId> idsOf(StageGraph graph) {
        Set<InstanceId> ids = new LinkedHashSet<>();
        copiesOf(graph).values().forEach(ids::addAll);
        return ids;
    }

    private static Map<ServiceId, List<InstanceId>> copiesOf(StageGraph graph) {
        Map<ServiceId, List<InstanceId>> copies = new LinkedHashMap<>();
        graph.services().values().forEach(spec -> copies.put(spec.id(), copiesOf(spec)));
        return copies;
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

    Fleet with(Map<InstanceId, Instance> changed, Optional<Exchange> nextExchange, boolean nowEnding) {
        if (changed.isEmpty() && nextExchange.equals(exchange) && nowEnding == ending) {
            return this;
        }
        Map<InstanceId, Instance> next = new LinkedHashMap<>(instances);
        next.putAll(changed);
        return new Fleet(graph, external, copies, next, earlierRuns, nextExchange, nowEnding);
    }

    /** The same fleet by another graph: what is new is pending, and what is not in it is gone. */
    Fleet exchanged(StageGraph next) {
        if (next == graph) {
            return new Fleet(graph, external, copies, instances, earlierRuns, Optional.empty(), ending);
        }
        Map<InstanceId, Integer> runs = new HashMap<>(earlierRuns);
        instances.values().forEach(instance -> runs.put(instance.id(), instance.run()));
        Map<InstanceId, Instance> kept = new LinkedHashMap<>();
        Map<ServiceId, List<InstanceId>> nextCopies = copiesOf(next);
        for (List<InstanceId> ids : nextCopies.values()) {
            for (InstanceId id : ids) {
                Instance before = instances.get(id);
                kept.put(id, before != null ? before : Instance.pending(id, runs.getOrDefault(id, 0)));
            }
        }
        return new Fleet(next, external, nextCopies, kept, runs, Optional.empty(), ending);
    }

    /** What is to be exchanged as soon as what is in the way has ended. */
    Optional<Exchange> exchange() {
        return exchange;
    }

    /** Whether it is about to be a fleet of another graph, or to restart several services together. */
    public boolean isChanging() {
        return exchange.isPresent();
    }

    /** Whether somebody has asked for its end. */
    public boolean isEnding() {
        return ending;
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

    /** Whether there is such an instance; a reload may have taken it away. */
    public boolean has(InstanceId id) {
        return instances.containsKey(id);
    }

    /** Whether this is the run that an instance has now. */
    public boolean isCurrent(InstanceId id, int run) {
        Instance instance = instances.get(id);
        return instance != null && instance.run() == run && instance.isAlive();
    }

    /** The copies of a service. */
    public List<InstanceId> copies(ServiceId service) {
        return copies.getOrDefault(service, List.of());
    }

    /** @throws IllegalArgumentException if there is no such service in this start */
    public ServiceSpec spec(InstanceId id) {
        return graph.spec(id.service());
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

    /**
     * Whether its session is over: it is at rest, and nobody is to do anything about it. That is so once its end was asked
     * for, and when everything has come to its end by itself. What a person has stopped by its name may be started again.
     */
    public boolean isOver() {
        return isAtRest() && !isChanging() && (ending || instances.values().stream()
                .noneMatch(instance -> instance.state() instanceof InstanceState.Stopped));
    }

    /** The instances whose processes may be alive. */
    public Set<InstanceId> alive() {
        return instances.values().stream().filter(Instance::isAlive).map(Instance::id).collect(Collectors.toUnmodifiableSet());
    }
}
