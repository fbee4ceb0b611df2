package dev.brummer.runtime;

import dev.brummer.api.ConnectionView;
import dev.brummer.api.RefusedException;
import dev.brummer.api.UsageView;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.runtime.usage.ConnectionCounts;
import dev.brummer.runtime.usage.UsageBook;
import dev.brummer.spi.InstanceId;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what runs use: now and then, for the trend of their memory, and whenever somebody asks. Safe for use by several
 * threads.
 */
final class UsageLooks {
    /** While nobody asks. */
    private static final Duration PACE = Duration.ofSeconds(10);

    /** A look serves whoever asks within this. */
    private static final Duration FRESH = Duration.ofMillis(800);

    private final Engine engine;
    private final FleetEffects runs;
    private final Supplier<Setup> setup;
    private final EventLoop loop;
    private final UsageBook book = new UsageBook();
    private @Nullable Duration looked;
    // For the loop's thread.
    private boolean begun;

    UsageLooks(Engine engine, FleetEffects runs, Supplier<Setup> setup, EventLoop loop) {
        this.engine = engine;
        this.runs = runs;
        this.setup = setup;
        this.loop = loop;
    }

    /** To be told of every fleet, by the loop's thread: it begins once nothing is on its way to be ready any more. */
    void decided(Fleet fleet) {
        if (!begun && isSettled(fleet)) {
            begun = true;
            loop.later(this, PACE, this::tick);
        }
    }

    // No stream: linking its lambda takes some milliseconds, and the first service waits for that.
    private static boolean isSettled(Fleet fleet) {
        for (Instance instance : fleet.instances()) {
            if (!isSettled(instance)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSettled(Instance instance) {
        return switch (instance.state().kind()) {
            case PENDING, WAITING, STARTING -> false;
            case READY, UNHEALTHY, BACKING_OFF, STOPPING, STOPPED, COMPLETED, FAILED, DISABLED -> true;
        };
    }

    private void tick() {
        loop.later(this, PACE, this::tick);
        if (loop.fleet().instances().stream().anyMatch(Instance::isAlive)) {
            runs.aside("looking at what services use", () -> {
                try {
                    look();
                } catch (IOException e) {
                    // Who asks is told; while nobody does, a look less is no loss.
                    forget();
                }
            });
        }
    }

    private synchronized void forget() {
        looked = null;
    }

    private synchronized void look() throws IOException {
        Duration now = loop.now();
        if (looked == null || now.minus(looked).compareTo(FRESH) > 0) {
            Map<InstanceId, RunHandle> handles = handles();
            book.add(now, handles, engine.usage(handles.values()));
            looked = now;
        }
    }

    private Map<InstanceId, RunHandle> handles() {
        Map<InstanceId, RunHandle> handles = new LinkedHashMap<>();
        for (InstanceId instance : loop.fleet().ids()) {
            runs.handle(instance).ifPresent(run -> handles.put(instance, run));
        }
        return handles;
    }

    /**
     * What instances use at this moment.
     *
     * @throws RefusedException if that cannot be found out
     */
    synchronized List<UsageView> usage(List<InstanceId> instances) throws RefusedException {
        try {
            look();
            return instances.stream().map(book::of).toList();
        } catch (IOException e) {
            throw new RefusedException("what services use cannot be found out: " + e.getMessage(), e);
        }
    }

    /**
     * The connections that begin or end at one of these instances.
     *
     * @throws RefusedException if that cannot be found out
     */
    List<ConnectionView> connections(List<InstanceId> instances) throws RefusedException {
        Map<RunHandle, InstanceId> owners = new LinkedHashMap<>();
        handles().forEach((instance, run) -> owners.put(run, instance));
        try {
            return ConnectionCounts.of(engine.connections(owners.keySet()), owners, elsewhere()).stream()
                    .filter(view -> view.from().filter(instances::contains).isPresent()
                            || view.to().filter(instances::contains).isPresent())
                    .toList();
        } catch (IOException e) {
            throw new RefusedException("which connections there are cannot be found out: " + e.getMessage(), e);
        }
    }

    /** The ports of what somebody else runs. */
    private Map<Integer, InstanceId> elsewhere() {
        Map<Integer, InstanceId> ports = new HashMap<>();
        Fleet fleet = loop.fleet();
        for (InstanceId instance : fleet.ids()) {
            if (fleet.isExternal(instance)) {
                setup.get().ports().of(instance).forEach(port -> ports.putIfAbsent(port, instance));
            }
        }
        return ports;
    }
}
