package dev.brummer.runtime;

import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.InstanceState;
import dev.brummer.logs.Journal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The watches of a session, once there is something to watch. Used by the loop's thread. */
final class Watching {
    private final Supplier<Setup> setup;
    private final EventLoop loop;
    private final FleetEffects runs;
    private final Journal journal;
    private boolean any;
    // Made when the first service is ready: nothing of it is needed before.
    private @Nullable Watches watches;

    Watching(Supplier<Setup> setup, EventLoop loop, FleetEffects runs, Journal journal) {
        this.setup = setup;
        this.loop = loop;
        this.runs = runs;
        this.journal = journal;
        this.any = Watches.anyIn(setup.get());
    }

    /** Begins the watches of what has got ready. To be called after each decision. */
    void look(Fleet fleet) {
        if (any && watches == null && fleet.instances().stream().anyMatch(i -> i.state() instanceof InstanceState.Ready)) {
            watches = new Watches(setup, loop, runs, journal);
        }
        if (any && watches != null) {
            watches.look(fleet);
        }
    }

    /** To be told when another setup holds. */
    void reloaded() {
        any = Watches.anyIn(setup.get());
        if (watches != null) {
            watches.reloaded();
        }
    }

    void end() {
        if (watches != null) {
            watches.end();
        }
    }
}
