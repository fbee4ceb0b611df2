package dev.brummer.insight.view;

import static java.util.Comparator.comparing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where circuit breakers stand. What a line says without naming a breaker is taken for the only one of the service of
 * which it can be true; where several could be meant it is told as it is, and never guessed. A service that never names
 * one has one without a name. For one thread at a time.
 */
public final class BreakersView implements View<Breakers> {
    private static final int MOST = 200;

    private final Map<InstanceId, List<BreakerLife>> byEmitter = new LinkedHashMap<>();
    private final Capped<Name, BreakerLife> breakers = new Capped<>(MOST, this::begin);
    // No more than three for each service with a breaker.
    private final Map<Said, Breakers.Unattributed> unattributed = new LinkedHashMap<>();

    private record Name(InstanceId emitter, Optional<String> target) {}

    private record Said(InstanceId emitter, BreakerState state) {}

    private BreakerLife begin(Name name) {
        var life = new BreakerLife(name.emitter, name.target);
        byEmitter.computeIfAbsent(name.emitter, _ -> new ArrayList<>()).add(life);
        return life;
    }

    @Override
    public void accept(FoundFact found) {
        if (found.fact() instanceof Fact.CircuitBreaker(var target, var state)) {
            InstanceId emitter = Emitter.of(found);
            if (target.isPresent()) {
                breakers.of(new Name(emitter, target)).ifPresent(life -> life.move(state, found));
            } else {
                unnamed(emitter, state, found);
            }
        }
    }

    private void unnamed(InstanceId emitter, BreakerState state, FoundFact found) {
        List<BreakerLife> known = byEmitter.getOrDefault(emitter, List.of());
        List<BreakerLife> meant = meant(known, state, found.run());
        if (meant.size() == 1) {
            meant.getFirst().move(state, found);
        } else if (known.stream().noneMatch(BreakerLife::isNamed)) {
            breakers.of(new Name(emitter, Optional.empty())).ifPresent(life -> life.move(state, found));
        } else {
            unattributed.merge(
                    new Said(emitter, state),
                    new Breakers.Unattributed(emitter, state, 1, found.time()),
                    Breakers.Unattributed::plus);
        }
    }

    /** The breakers of which it can be true: first those to which it would be news. */
    private static List<BreakerLife> meant(List<BreakerLife> known, BreakerState state, int run) {
        return switch (state) {
            case HALF_OPEN -> either(at(known, BreakerState.OPEN, run), at(known, BreakerState.HALF_OPEN, run));
            case OPEN -> either(at(known, BreakerState.HALF_OPEN, run), at(known, BreakerState.OPEN, run));
            case CLOSED -> known.stream().filter(life -> life.run() == run && !life.is(state)).toList();
        };
    }

    private static List<BreakerLife> at(List<BreakerLife> known, BreakerState state, int run) {
        // What a breaker was before its service was started again says nothing of it now.
        return known.stream().filter(life -> life.run() == run && life.is(state)).toList();
    }

    private static List<BreakerLife> either(List<BreakerLife> first, List<BreakerLife> second) {
        return first.isEmpty() ? second : first;
    }

    @Override
    public Breakers report(Instant now) {
        List<Breakers.Breaker> all = breakers.values().stream()
                .map(BreakerLife::told)
                .sorted(comparing(Breakers.Breaker::state)
                        .thenComparing(Breakers.Breaker::emitter)
                        .thenComparing(breaker -> breaker.target().orElse("")))
                .toList();
        return new Breakers(now, all, List.copyOf(unattributed.values()), breakers.refused());
    }
}
