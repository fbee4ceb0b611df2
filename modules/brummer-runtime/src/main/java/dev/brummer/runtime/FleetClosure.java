package dev.brummer.runtime;

import dev.brummer.core.graph.Gate;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** What else is concerned when something is done to instances of a fleet. */
final class FleetClosure {
    private FleetClosure() {}

    /** The instances, and what they wait for, however far, as far as that neither runs nor has completed. */
    static Set<InstanceId> needed(Fleet fleet, Collection<InstanceId> instances) {
        Set<InstanceId> all = new LinkedHashSet<>(instances);
        for (ServiceId service : reached(instances, id -> fleet.graph().gates(id).stream().map(Gate::on).toList())) {
            for (InstanceId copy : fleet.copies(service)) {
                Instance instance = fleet.instance(copy);
                if (!instance.isAlive() && !instance.isUp(fleet.spec(copy).isTask())) {
                    all.add(copy);
                }
            }
        }
        return all;
    }

    private static Set<ServiceId> reached(
            Collection<InstanceId> from, Function<ServiceId, Collection<ServiceId>> next) {
        Set<ServiceId> reached = new LinkedHashSet<>();
        Deque<ServiceId> open = new ArrayDeque<>();
        from.forEach(instance -> open.addAll(next.apply(instance.service())));
        while (!open.isEmpty()) {
            ServiceId service = open.pop();
            if (reached.add(service)) {
                open.addAll(next.apply(service));
            }
        }
        return reached;
    }
}
