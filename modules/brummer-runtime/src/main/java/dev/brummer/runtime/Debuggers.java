package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.supervision.Action;
import dev.brummer.logs.Journal;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Lets services open their debuggers, and says where, once for each run. */
final class Debuggers {
    /** A service may be stuck before it is ready, and that be why somebody debugs it. */
    private static final List<Duration> LOOKS = List.of(Duration.ofSeconds(3), Duration.ofSeconds(10));

    /** More of its output is not searched: debuggers are told of at the beginning. */
    private static final int SEARCHED = 20_000;

    private final Set<ServiceId> services;
    private final Engine engine;
    private final Supplier<Setup> setup;
    private final Journal journal;
    // What was said last of each instance: touched by one aside at a time.
    private final Map<InstanceId, Said> said = new HashMap<>();

    private record Said(int run, Debugger debugger) {}

    /** @param services those that are debugged */
    Debuggers(Set<ServiceId> services, Engine engine, Supplier<Setup> setup, Journal journal) {
        this.services = services;
        this.engine = engine;
        this.setup = setup;
        this.journal = journal;
    }

    /** What to start in place of an order. */
    StartOrder opened(StartOrder order) {
        return services.contains(order.instance().service()) ? Debugger.opened(order) : order;
    }

    /** To be told of every state change, by the loop's thread. */
    void published(Action.Publish change, EventLoop loop, FleetEffects runs) {
        InstanceId instance = change.instance();
        if (!services.contains(instance.service())) {
            return;
        }
        if (change.to() == ServiceState.STARTING && change.from() != ServiceState.STARTING) {
            for (Duration delay : LOOKS) {
                loop.later(List.of("debugger", instance, delay), delay, () -> look(instance, change.run(), runs));
            }
        } else if (change.to() == ServiceState.READY) {
            look(instance, change.run(), runs);
        }
    }

    private void look(InstanceId instance, int run, FleetEffects runs) {
        runs.handle(instance).ifPresent(handle -> runs.aside("looking for the debugger of " + instance.label(), () ->
                find(instance, run, handle).ifPresent(found -> say(instance, new Said(run, found)))));
    }

    private Optional<Debugger> find(InstanceId instance, int run, Engine.RunHandle handle) {
        try {
            List<Debugger> announced = LastLines.of(journal, instance, run, SEARCHED).stream()
                    .flatMap(line -> Debugger.announced(line).stream())
                    .toList();
            return announced.isEmpty()
                    ? Optional.empty()
                    : Debugger.choose(announced, engine.portsByProcess(handle), setup.get().ports().of(instance));
        } catch (IOException e) {
            long ignored = journal.notice(
                    Level.WARN, "where " + instance.label() + " has its debugger cannot be found out: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void say(InstanceId instance, Said news) {
        if (!news.equals(said.put(instance, news))) {
            long ignored = journal.notice(Level.INFO, instance.label() + ": " + news.debugger().words());
        }
    }
}
