package dev.brummer.insight.view;

import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One breaker from its first change to its last. For one thread. */
final class BreakerLife {
    private static final int MOST_CHANGES = 20;

    private final InstanceId emitter;
    private final Optional<String> target;
    private final Deque<Breakers.Change> changes = new ArrayDeque<>();
    private @Nullable BreakerState state;
    private Instant since = Instant.EPOCH;
    private int run;
    private long trips;

    BreakerLife(InstanceId emitter, Optional<String> target) {
        this.emitter = emitter;
        this.target = target;
    }

    /** Takes what is said of it; the same again is no change, unless its service has been started again. */
    void move(BreakerState to, FoundFact found) {
        if (to == state && found.run() == run) {
            return;
        }
        state = to;
        since = found.time();
        run = found.run();
        trips += to == BreakerState.OPEN ? 1 : 0;
        changes.addLast(new Breakers.Change(found.time(), to));
        if (changes.size() > MOST_CHANGES) {
            changes.removeFirst();
        }
    }

    boolean is(BreakerState wanted) {
        return state == wanted;
    }

    /** The run of its service that spoke of it last. */
    int run() {
        return run;
    }

    boolean isNamed() {
        return target.isPresent();
    }

    /** Throws where it has never moved. */
    Breakers.Breaker told() {
        BreakerState now = state;
        if (now == null) {
            throw new IllegalStateException("nothing was said of the breaker " + target + " in " + emitter);
        }
        return new Breakers.Breaker(emitter, target, now, since, trips, List.copyOf(changes));
    }
}
