package dev.brummer.core.supervision;

import dev.brummer.core.graph.Gate;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What instances wait for, and why it has not come. */
public final class Waits {
    private static final int NAMED = 3;

    private final Fleet fleet;
    private final Function<InstanceId, Instance> lookup;
    private final Optional<Exchange> exchange;

    /** Of a fleet as it is. */
    public Waits(Fleet fleet) {
        this(fleet, fleet::instance, fleet.exchange());
    }

    Waits(Fleet fleet, Function<InstanceId, Instance> lookup, Optional<Exchange> exchange) {
        this.fleet = fleet;
        this.lookup = lookup;
        this.exchange = exchange;
    }

    /** Whether it has ended and does not start again by itself. */
    private boolean isOver(Instance instance) {
        return instance.state().kind().isOver()
                && exchange.stream().noneMatch(next -> next.bringsBack(instance.id()));
    }

    /** Whether every gate of the service is open. */
    boolean allOpen(ServiceId service) {
        for (Gate gate : fleet.graph().gates(service)) {
            if (!isOpen(gate)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOpen(Gate gate) {
        for (InstanceId copy : fleet.copies(gate.on())) {
            Instance instance = lookup.apply(copy);
            if (!holds(gate, instance) && (gate.required() || !isOver(instance))) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Gate gate, Instance instance) {
        // What is about to stop holds nobody's gate open, though it still waits for its own dependents.
        if (instance.isAlive() && instance.stop().isPresent()) {
            return false;
        }
        return switch (gate.condition()) {
            case STARTED -> isStarted(instance);
            case READY, HEALTHY -> instance.isUp(fleet.spec(instance.id()).isTask());
            case COMPLETED -> instance.state() instanceof InstanceState.Completed
                    || (fleet.spec(instance.id()).lasts() && instance.state() instanceof InstanceState.Ready);
        };
    }

    private static boolean isStarted(Instance instance) {
        return switch (instance.state()) {
            case InstanceState.Starting starting -> starting.spawned();
            case InstanceState.Ready _, InstanceState.Unhealthy _, InstanceState.Completed _ -> true;
            case InstanceState.Pending _,
                    InstanceState.Waiting _,
                    InstanceState.BackingOff _,
                    InstanceState.Stopping _,
                    InstanceState.Stopped _,
                    InstanceState.Failed _ -> false;
        };
    }

    /** The services whose gates hold {@code service} up. */
    public List<ServiceId> closed(ServiceId service) {
        Set<ServiceId> closed = new LinkedHashSet<>();
        for (Gate gate : fleet.graph().gates(service)) {
            if (!isOpen(gate)) {
                closed.add(gate.on());
            }
        }
        return List.copyOf(closed);
    }

    /** Why {@code service} does not start yet, in words; names the root where something has ended for good. */
    public String reason(ServiceId service) {
        Optional<String> dead = deadEnd(service, new HashSet<>());
        if (dead.isPresent()) {
            return "waits for " + dead.get();
        }
        List<ServiceId> closed = closed(service);
        return closed.isEmpty() ? "about to start" : "waits for " + listed(closed);
    }

    /** The instance at the root of what {@code service} waits for and that has ended for good, if there is one. */
    public Optional<Instance> root(ServiceId service) {
        return root(service, new HashSet<>());
    }

    private Optional<Instance> root(ServiceId service, Set<ServiceId> seen) {
        for (ServiceId on : closed(service)) {
            for (InstanceId copy : seen.add(on) ? fleet.copies(on) : List.<InstanceId>of()) {
                Instance instance = lookup.apply(copy);
                Optional<Instance> found = isOver(instance)
                        ? Optional.of(instance)
                        : instance.state() instanceof InstanceState.Waiting ? root(on, seen) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** For each instance that holds others up and is not waiting itself: those others, nearest first. */
    public Map<InstanceId, Set<InstanceId>> heldUp() {
        Map<InstanceId, Set<InstanceId>> heldUp = new LinkedHashMap<>();
        for (Instance waiting : fleet.instances()) {
            if (waiting.state() instanceof InstanceState.Waiting) {
                for (InstanceId root : roots(waiting.id().service(), new HashSet<>())) {
                    heldUp.computeIfAbsent(root, _ -> new LinkedHashSet<>()).add(waiting.id());
                }
            }
        }
        return heldUp;
    }

    private Set<InstanceId> roots(ServiceId service, Set<ServiceId> seen) {
        Set<InstanceId> roots = new LinkedHashSet<>();
        for (ServiceId on : closed(service)) {
            for (InstanceId copy : seen.add(on) ? fleet.copies(on) : List.<InstanceId>of()) {
                Instance instance = lookup.apply(copy);
                if (instance.state() instanceof InstanceState.Waiting) {
                    roots.addAll(roots(on, seen));
                } else if (!instance.isUp(fleet.spec(copy).isTask())) {
                    roots.add(copy);
                }
            }
        }
        return roots;
    }

    private Optional<String> deadEnd(ServiceId service, Set<ServiceId> seen) {
        for (ServiceId on : closed(service)) {
            if (!seen.add(on)) {
                continue;
            }
            for (InstanceId copy : fleet.copies(on)) {
                Instance instance = lookup.apply(copy);
                if (isOver(instance)) {
                    return Optional.of(copy.label() + ", which " + ended(instance));
                }
                if (instance.state() instanceof InstanceState.Waiting) {
                    Optional<String> further = deadEnd(on, seen);
                    if (further.isPresent()) {
                        return Optional.of(copy.label() + ", which waits for " + further.get());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String ended(Instance instance) {
        return switch (instance.state().kind()) {
            case FAILED -> "failed: " + instance.detail();
            case COMPLETED -> "ended: " + instance.detail();
            case STOPPED -> "is stopped";
            case DISABLED, PENDING, WAITING, STARTING, READY, UNHEALTHY, BACKING_OFF, STOPPING ->
                "is " + instance.state().kind().word();
        };
    }

    private static String listed(List<ServiceId> services) {
        List<String> names = new ArrayList<>();
        services.stream().limit(NAMED).forEach(id -> names.add(id.name()));
        int more = services.size() - names.size();
        if (more > 0) {
            names.add(more == 1 ? "1 other" : more + " others");
        }
        if (names.size() == 1) {
            return names.getFirst();
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
