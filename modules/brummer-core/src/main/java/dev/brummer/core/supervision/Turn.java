package dev.brummer.core.supervision;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The working copy of a fleet while one event is decided. Lives as long as that decision. */
final class Turn {
    private final Fleet before;
    private final Duration now;
    private final Map<InstanceId, Instance> changed = new LinkedHashMap<>();
    private final Set<ServiceId> touched = new LinkedHashSet<>();
    private final Map<InstanceId, InstanceState> moved = new LinkedHashMap<>();
    private final List<Action> actions = new ArrayList<>();
    private Optional<Exchange> exchange;
    private boolean ending;

    Turn(Fleet before, Duration now) {
        this.before = before;
        this.now = now;
        this.exchange = before.exchange();
        this.ending = before.isEnding();
    }

    /** The exchange of graphs that is under way. */
    Optional<Exchange> exchange() {
        return exchange;
    }

    void exchange(Optional<Exchange> next) {
        exchange = next;
    }

    /** Whether the fleet is to end. */
    boolean isEnding() {
        return ending;
    }

    void end() {
        ending = true;
        exchange = Optional.empty();
    }

    Duration now() {
        return now;
    }

    Fleet fleet() {
        return before;
    }

    Instance get(InstanceId id) {
        Instance instance = changed.get(id);
        return instance != null ? instance : before.instance(id);
    }

    ServiceSpec spec(Instance instance) {
        return before.spec(instance.id());
    }

    Waits waits() {
        return new Waits(before, this::get, exchange);
    }

    void act(Action action) {
        actions.add(action);
    }

    /** Takes over a change that nobody needs to hear of. */
    void put(Instance instance) {
        changed.put(instance.id(), instance);
        touched.add(instance.id().service());
    }

    /** Moves an instance on and tells the world. */
    Instance move(Instance instance, InstanceState next, String reason) {
        return move(instance, next, reason, Optional.empty());
    }

    Instance move(Instance instance, InstanceState next, String reason, Optional<Duration> took) {
        Instance moved = instance.with(next, reason);
        put(moved);
        this.moved.put(instance.id(), next);
        act(new Action.Publish(
                instance.id(), instance.run(), instance.state().kind(), next.kind(), reason, took));
        return moved;
    }

    /** Whether the world has been told of the state that an instance is in. */
    boolean hasMoved(InstanceId id) {
        return get(id).state().equals(moved.get(id));
    }

    /** Has a service looked at as if it had changed. */
    void touch(ServiceId service) {
        touched.add(service);
    }

    /** The services changed since the last call. */
    Set<ServiceId> takeTouched() {
        Set<ServiceId> taken = new LinkedHashSet<>(touched);
        touched.clear();
        return taken;
    }

    Decision decision() {
        return new Decision(before.with(changed, exchange, ending), actions);
    }
}
