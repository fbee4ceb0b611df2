package dev.brummer.insight.view;

import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.InstanceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where circuit breakers stand.
 *
 * @param breakers open ones first
 * @param unattributed what was said of a breaker that could be one of several
 * @param others how often others spoke, of which there are too many to keep
 */
public record Breakers(
        Instant at, List<Breaker> breakers, List<Unattributed> unattributed, long others)
        implements Report<Breakers> {
    public Breakers {
        breakers = List.copyOf(breakers);
        unattributed = List.copyOf(unattributed);
    }

    /**
     * One breaker.
     *
     * @param emitter where it is
     * @param target what it protects; empty where no line says so
     * @param since when it came to its state
     * @param trips how often it has opened
     * @param changes its latest, oldest first
     */
    public record Breaker(
            InstanceId emitter,
            Optional<String> target,
            BreakerState state,
            Instant since,
            long trips,
            List<Change> changes) {
        public Breaker {
            changes = List.copyOf(changes);
        }

        private boolean isAbout(Set<String> services) {
            return services.contains(emitter.service().name()) || target.filter(services::contains).isPresent();
        }
    }

    /** A breaker came to a state. */
    public record Change(Instant time, BreakerState state) {}

    /**
     * What was said of a breaker that could be one of several.
     *
     * @param emitter who says so
     * @param times how often
     * @param last when it was said last
     */
    public record Unattributed(InstanceId emitter, BreakerState state, long times, Instant last) {
        Unattributed plus(Unattributed later) {
            return new Unattributed(emitter, state, times + later.times, later.last);
        }

        private boolean isAbout(Set<String> services) {
            return services.contains(emitter.service().name());
        }
    }

    @Override
    public boolean isEmpty() {
        return breakers.isEmpty() && unattributed.isEmpty();
    }

    @Override
    public Breakers about(Set<String> services) {
        return new Breakers(
                at,
                breakers.stream().filter(breaker -> breaker.isAbout(services)).toList(),
                unattributed.stream().filter(said -> said.isAbout(services)).toList(),
                others);
    }
}
