package dev.brummer.runtime;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.supervision.InstanceState;
import dev.brummer.logs.Journal;
import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceId;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Begins the watch of each service that has one once it has been ready, and ends it when the service is gone or is watched
 * in another way. Used by the loop's thread.
 */
final class Watches {
    private final Supplier<Setup> setup;
    private final EventLoop loop;
    private final FleetEffects runs;
    private final Journal journal;
    private final Set<ServiceId> waiting = new HashSet<>();
    private final Map<ServiceId, Begun> begun = new HashMap<>();

    /** @param watch not as what it is: that is loaded with the first of them */
    private record Begun(ServiceSpec service, Closeable watch) {
        boolean isThatOf(ServiceSpec other) {
            return service.watch().equals(other.watch()) && service.workingDir().equals(other.workingDir());
        }
    }

    Watches(Supplier<Setup> setup, EventLoop loop, FleetEffects runs, Journal journal) {
        this.setup = setup;
        this.loop = loop;
        this.runs = runs;
        this.journal = journal;
        reloaded();
    }

    /** Whether any service of a setup has a watch. */
    static boolean anyIn(Setup setup) {
        for (ServiceSpec service : setup.graph().services().values()) {
            if (service.watch().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** To be told when another setup holds. */
    void reloaded() {
        Map<ServiceId, ServiceSpec> services = setup.get().graph().services();
        for (Begun old : List.copyOf(begun.values())) {
            ServiceSpec now = services.get(old.service().id());
            if (now == null || !old.isThatOf(now)) {
                begun.remove(old.service().id());
                end(old);
            }
        }
        waiting.clear();
        for (ServiceSpec service : services.values()) {
            if (service.watch().isPresent() && !begun.containsKey(service.id())) {
                waiting.add(service.id());
            }
        }
    }

    void look(Fleet fleet) {
        if (waiting.isEmpty()) {
            return;
        }
        for (Instance instance : fleet.instances()) {
            ServiceId id = instance.id().service();
            if (instance.state() instanceof InstanceState.Ready && waiting.remove(id)) {
                begin(setup.get().graph().spec(id));
            }
        }
    }

    private void begin(ServiceSpec service) {
        Closeable watch = ServiceWatch.begin(
                service, service.watch().orElseThrow(), setup.get().project().folder(), loop, runs, journal);
        begun.put(service.id(), new Begun(service, watch));
    }

    void end() {
        waiting.clear();
        begun.values().forEach(this::end);
        begun.clear();
    }

    private void end(Begun old) {
        try {
            old.watch().close();
        } catch (IOException e) {
            say("a watch could not be ended: " + e.getMessage());
        }
    }

    private void say(String text) {
        long ignored = journal.notice(Level.WARN, text);
    }
}
