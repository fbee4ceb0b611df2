package dev.brummer.core.supervision;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a fleet gets another graph, or starts several services anew: what it concerns stops, dependents first; when nothing
 * of that is alive, the graph is exchanged; then it starts again, in order. The others run on all the while.
 */
final class Exchanging {
    private static final String GONE = "not in the configuration any more";

    private Exchanging() {}

    static void reconfigureAsked(Turn turn, Event.ReconfigureAsked asked) {
        Set<InstanceId> target = Fleet.idsOf(asked.graph());
        Exchange next = onTopOf(turn, asked.graph(), asked.cause());
        for (InstanceId id : turn.fleet().ids()) {
            if (!target.contains(id)) {
                next = leaving(turn, next, id, GONE, false);
            } else if (asked.anew().contains(id.service())) {
                next = leaving(turn, next, id, "restart: " + asked.cause().words(), true);
            }
        }
        turn.exchange(Optional.of(next));
    }

    /** What is under way already goes on, towards the newest graph. */
    private static Exchange onTopOf(Turn turn, StageGraph graph, Cause cause) {
        return turn.exchange()
                .map(old -> new Exchange(graph, old.leaving(), old.wanted(), cause))
                .orElseGet(() -> new Exchange(graph, Set.of(), Map.of(), cause));
    }

    /** @param anew whether it starts again also where it has ended by itself */
    private static Exchange leaving(Turn turn, Exchange exchange, InstanceId id, String reason, boolean anew) {
        if (exchange.leaving().contains(id)) {
            return exchange;
        }
        Set<InstanceId> leaving = new LinkedHashSet<>(exchange.leaving());
        leaving.add(id);
        Map<InstanceId, Cause> wanted = new LinkedHashMap<>(exchange.wanted());
        Instance instance = turn.get(id);
        boolean over = instance.state().kind().isOver();
        if (instance.stop().isEmpty() && (anew || !over)) {
            wanted.put(id, exchange.cause());
        }
        if (instance.stop().isEmpty() && !over) {
            Requests.stop(turn, id, reason);
        }
        return new Exchange(exchange.graph(), leaving, wanted, exchange.cause());
    }

    static void restartAsked(Turn turn, Event.RestartTogetherAsked asked) {
        Exchange next = onTopOf(
                turn, turn.exchange().map(Exchange::graph).orElse(turn.fleet().graph()), asked.cause());
        for (InstanceId id : known(turn, asked.instances())) {
            next = leaving(turn, next, id, asked.reason(), true).wanting(id, asked.cause());
        }
        for (InstanceId id : runningDependents(turn, asked.instances())) {
            Exchange before = next;
            next = leaving(turn, next, id, "restart: " + Cause.DEPENDENCY.words(), false);
            next = before.leaving().contains(id) ? next : next.wanting(id, Cause.DEPENDENCY);
        }
        turn.exchange(Optional.of(next));
    }

    private static Set<InstanceId> known(Turn turn, Set<InstanceId> asked) {
        Set<InstanceId> known = new LinkedHashSet<>(asked);
        known.retainAll(turn.fleet().ids());
        return known;
    }

    /** What waits for one of these, however far, and runs without being about to stop. */
    private static Set<InstanceId> runningDependents(Turn turn, Set<InstanceId> of) {
        Set<ServiceId> reached = new LinkedHashSet<>();
        Deque<ServiceId> open = new ArrayDeque<>();
        of.forEach(id -> open.add(id.service()));
        while (!open.isEmpty()) {
            for (ServiceId dependent : turn.fleet().graph().dependents(open.pop())) {
                if (reached.add(dependent)) {
                    open.add(dependent);
                }
            }
        }
        Set<InstanceId> running = new LinkedHashSet<>();
        for (ServiceId service : reached) {
            for (InstanceId id : turn.fleet().copies(service)) {
                Instance instance = turn.get(id);
                if (instance.isAlive() && instance.stop().isEmpty() && !of.contains(id)) {
                    running.add(id);
                }
            }
        }
        return running;
    }

    /** Whether an exchange is under way that nothing alive is in the way of. */
    static boolean isDue(Turn turn) {
        return turn.exchange().isPresent()
                && turn.exchange().get().leaving().stream().noneMatch(id -> turn.get(id).isAlive());
    }

    /** Gives the fleet its next graph, in a turn of its own, and starts what is to run by it. */
    static Decision exchanged(Turn turn) {
        Exchange exchange = turn.exchange().orElseThrow();
        Fleet old = turn.decision().fleet();
        Turn then = new Turn(old.exchanged(exchange.graph()), turn.now());
        for (InstanceId id : then.fleet().ids()) {
            if (!old.has(id)) {
                begin(then, id, old, exchange);
            } else {
                exchange.cause(id).ifPresent(cause -> Requests.start(then, id, cause));
            }
        }
        then.fleet().graph().services().keySet().forEach(then::touch);
        Settling.settle(then);
        retellWaits(then, old);
        if (exchange.graph() != old.graph()) {
            turn.act(new Action.Exchanged(exchange.graph()));
        }
        then.decision().actions().forEach(turn::act);
        return new Decision(then.decision().fleet(), turn.decision().actions());
    }

    /** A further copy of a service that a person has stopped is stopped as well. */
    private static void begin(Turn then, InstanceId id, Fleet old, Exchange exchange) {
        Optional<String> stopped = old.copies(id.service()).stream()
                .map(old::instance)
                .filter(copy -> copy.stop().isPresent() && !exchange.bringsBack(copy.id()))
                .findFirst()
                .flatMap(Instance::stop);
        boolean all = old.copies(id.service()).stream()
                .noneMatch(copy -> old.instance(copy).stop().isEmpty() || exchange.bringsBack(copy));
        if (stopped.isPresent() && all) {
            Requests.stop(then, id, stopped.get());
        } else {
            Requests.start(then, id, exchange.cause());
        }
    }

    /** What waits on is told for what, where the new graph says something else. */
    private static void retellWaits(Turn then, Fleet old) {
        Waits before = new Waits(old);
        for (InstanceId id : then.fleet().ids()) {
            boolean waited = old.has(id) && old.instance(id).state() instanceof InstanceState.Waiting;
            Instance instance = then.get(id);
            if (waited && instance.state() instanceof InstanceState.Waiting && !then.hasMoved(id)) {
                String reason = then.waits().reason(id.service());
                if (!reason.equals(before.reason(id.service()))) {
                    then.move(instance, instance.state(), reason);
                }
            }
        }
    }
}
