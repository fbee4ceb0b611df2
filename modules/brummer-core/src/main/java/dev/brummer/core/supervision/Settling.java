package dev.brummer.core.supervision;

import dev.brummer.core.supervision.InstanceState.Outcome;
import dev.brummer.core.supervision.InstanceState.Stopped;
import dev.brummer.core.supervision.InstanceState.Waiting;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a change of some instances means for the others: gates that open, stops that may begin, waits that have a new
 * reason. Goes on until nothing changes any more.
 */
final class Settling {
    private Settling() {}

    static void settle(Turn turn) {
        for (Set<ServiceId> touched = turn.takeTouched(); !touched.isEmpty(); touched = turn.takeTouched()) {
            for (ServiceId service : touched) {
                turn.fleet().copies(service).forEach(id -> openGate(turn, id));
                turn.fleet().copies(service).forEach(id -> beginStop(turn, id));
                for (ServiceId dependent : turn.fleet().graph().dependents(service)) {
                    turn.fleet().copies(dependent).forEach(id -> openGate(turn, id));
                }
                turn.fleet().graph().gates(service).forEach(gate ->
                        turn.fleet().copies(gate.on()).forEach(id -> beginStop(turn, id)));
                retellWaits(turn, service);
            }
        }
    }

    private static void openGate(Turn turn, InstanceId id) {
        Instance instance = turn.get(id);
        if (!(instance.state() instanceof Waiting(var cause))) {
            return;
        }
        if (instance.stop().isPresent()) {
            turn.move(instance, new Stopped(), instance.stop().get());
        } else if (turn.waits().allOpen(id.service())) {
            Instance from = turn.fleet().instance(id).state() instanceof Waiting ? instance : asBefore(turn, instance);
            Lives.start(turn, from, cause);
            restartDependents(turn, turn.get(id));
        } else {
            tellWait(turn, instance);
        }
    }

    /** The instance with the state it had before this turn, so that the world hears of one change and not of two. */
    private static Instance asBefore(Turn turn, Instance instance) {
        return instance.with(turn.fleet().instance(instance.id()).state(), instance.detail());
    }

    private static void tellWait(Turn turn, Instance instance) {
        Instance before = turn.fleet().instance(instance.id());
        boolean isNew = !(before.state() instanceof Waiting);
        if (isNew && !turn.hasMoved(instance.id())) {
            Instance from = instance.with(before.state(), instance.detail());
            turn.move(from, instance.state(), turn.waits().reason(instance.id().service()));
        }
    }

    /** When something ended for good, all that waits for it, however far, is told the root. */
    private static void retellWaits(Turn turn, ServiceId service) {
        boolean over = turn.fleet().copies(service).stream()
                .anyMatch(id -> turn.get(id).state().kind().isOver()
                        && turn.get(id).state() != turn.fleet().instance(id).state());
        if (!over) {
            return;
        }
        Set<ServiceId> seen = new LinkedHashSet<>();
        Deque<ServiceId> open = new ArrayDeque<>(turn.fleet().graph().dependents(service));
        while (!open.isEmpty()) {
            ServiceId dependent = open.pop();
            if (!seen.add(dependent)) {
                continue;
            }
            String reason = turn.waits().reason(dependent);
            for (InstanceId id : turn.fleet().copies(dependent)) {
                Instance instance = turn.get(id);
                if (instance.state() instanceof Waiting && !instance.detail().equals(reason)
                        && turn.waits().root(dependent).isPresent()) {
                    turn.move(instance, instance.state(), reason);
                    open.addAll(turn.fleet().graph().dependents(dependent));
                }
            }
        }
    }

    private static void beginStop(Turn turn, InstanceId id) {
        Instance instance = turn.get(id);
        boolean running = instance.isAlive() && !(instance.state() instanceof InstanceState.Stopping);
        if (!running || instance.stop().isEmpty() || dependentIsEnding(turn, id.service())) {
            return;
        }
        String reason = instance.stop().get();
        Lives.beginStop(turn, instance, new Outcome.Stop(reason), reason);
    }

    /** Whether something that needs {@code service} is asked to stop as well and not gone yet. */
    private static boolean dependentIsEnding(Turn turn, ServiceId service) {
        for (ServiceId dependent : turn.fleet().graph().dependents(service)) {
            for (InstanceId id : turn.fleet().copies(dependent)) {
                Instance instance = turn.get(id);
                if (instance.isAlive() && instance.stop().isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void restartDependents(Turn turn, Instance restarted) {
        if (restarted.run() < 2) {
            return;
        }
        ServiceId service = restarted.id().service();
        for (ServiceId dependent : turn.fleet().graph().dependents(service)) {
            for (InstanceId id : turn.fleet().copies(dependent)) {
                boolean asked = turn.fleet().spec(id).dependsOn().stream()
                        .anyMatch(edge -> edge.on().equals(service) && edge.restart());
                if (asked) {
                    restartDependent(turn, turn.get(id));
                }
            }
        }
    }

    private static void restartDependent(Turn turn, Instance dependent) {
        boolean running = dependent.isAlive() && !(dependent.state() instanceof InstanceState.Stopping);
        if (running && dependent.stop().isEmpty()) {
            Lives.beginStop(
                    turn, dependent, new Outcome.Again(Cause.DEPENDENCY), "restart: " + Cause.DEPENDENCY.words());
        }
    }
}
