package dev.brummer.runtime;

import dev.brummer.api.RefusedException;
import dev.brummer.api.UsageView;
import dev.brummer.core.alert.Reading;
import dev.brummer.core.model.AlertCondition;
import dev.brummer.core.model.AlertRule;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.insight.view.Breakers;
import dev.brummer.insight.view.BreakersView;
import dev.brummer.runtime.alert.ErrorTally;
import dev.brummer.runtime.health.CheckBook;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what alerts go by. Used by the loop's thread, but for what is told of lines and facts. */
final class AlertSources implements FactPump.Listener {
    // What memory costs to look at, nobody else is to notice.
    private static final Duration MEMORY_PACE = Duration.ofSeconds(5);

    private final FleetEffects runs;
    private final UsageLooks usage;
    private final CheckBook answers;
    private final StateTimes times;
    private final Consumer<String> warnings;
    private final BreakersView breakers = new BreakersView();
    private volatile ErrorTally errors = new ErrorTally(Set.of());
    private volatile Map<InstanceId, Long> memory = Map.of();
    private Optional<Instant> lookedAtMemory = Optional.empty();
    private volatile boolean memoryUnknown;

    /** @param warnings told, by any thread, what cannot be found out */
    AlertSources(FleetEffects runs, UsageLooks usage, CheckBook answers, StateTimes times, Consumer<String> warnings) {
        this.runs = runs;
        this.usage = usage;
        this.answers = answers;
        this.times = times;
        this.warnings = warnings;
    }

    /** From here on it is read for these rules. */
    void serve(List<AlertRule> rules) {
        Set<Duration> windows = new LinkedHashSet<>();
        for (AlertRule rule : rules) {
            if (rule.condition() instanceof AlertCondition.ErrorRate rate) {
                windows.add(rate.window());
            }
        }
        if (!windows.equals(errors.windows())) {
            errors = new ErrorTally(windows);
        }
    }

    @Override
    public void read(List<LogBatch> lines) {
        ErrorTally tally = errors;
        if (!tally.windows().isEmpty()) {
            tally.read(lines);
        }
    }

    @Override
    public void found(List<FoundFact> facts) {
        synchronized (breakers) {
            facts.forEach(breakers::accept);
        }
    }

    /** How the fleet is now, as far as the rules ask. */
    Reading look(List<AlertRule> rules, Fleet fleet, Instant now) {
        Map<InstanceId, Reading.Standing> instances = new LinkedHashMap<>();
        Map<InstanceId, Duration> latency = new HashMap<>();
        boolean latencies = asks(rules, AlertCondition.Latency.class);
        for (Instance instance : fleet.instances()) {
            instances.put(instance.id(), new Reading.Standing(instance.state().kind(), instance.detail()));
            if (latencies && instance.isAlive()) {
                answers.latency(instance.id()).ifPresent(took -> latency.put(instance.id(), took));
            }
        }
        if (asks(rules, AlertCondition.Memory.class)) {
            lookAtMemory(fleet, now);
        }
        boolean open = asks(rules, AlertCondition.BreakerOpen.class);
        return new Reading(
                instances, open ? breakers(fleet, now) : List.of(), errors.upTo(now), memory(fleet), latency);
    }

    private static boolean asks(List<AlertRule> rules, Class<? extends AlertCondition> what) {
        return rules.stream().anyMatch(rule -> what.isInstance(rule.condition()));
    }

    private List<Reading.Breaker> breakers(Fleet fleet, Instant now) {
        Breakers told;
        synchronized (breakers) {
            told = breakers.report(now);
        }
        return told.breakers().stream()
                .filter(breaker -> isOfThisRun(breaker, fleet))
                .map(breaker -> new Reading.Breaker(breaker.emitter(), breaker.target(), breaker.state()))
                .toList();
    }

    /** A breaker ends with the process that holds it. */
    private boolean isOfThisRun(Breakers.Breaker breaker, Fleet fleet) {
        InstanceId id = breaker.emitter();
        boolean before = times.started(id).filter(started -> breaker.since().isBefore(started)).isPresent();
        return fleet.has(id) && fleet.instance(id).isAlive() && !before;
    }

    private Map<InstanceId, Long> memory(Fleet fleet) {
        Map<InstanceId, Long> known = new HashMap<>(memory);
        known.keySet().removeIf(id -> !fleet.has(id) || !fleet.instance(id).isAlive());
        return known;
    }

    private void lookAtMemory(Fleet fleet, Instant now) {
        if (lookedAtMemory.filter(at -> now.isBefore(at.plus(MEMORY_PACE))).isPresent()) {
            return;
        }
        lookedAtMemory = Optional.of(now);
        List<InstanceId> alive = List.copyOf(fleet.alive());
        runs.aside("looking at the memory of services", () -> lookAtMemory(alive));
    }

    private void lookAtMemory(List<InstanceId> alive) {
        try {
            Map<InstanceId, Long> seen = new HashMap<>();
            for (UsageView used : usage.usage(alive)) {
                if (used.processes() > 0) {
                    seen.put(used.instance(), used.residentBytes());
                }
            }
            memory = Map.copyOf(seen);
            memoryUnknown = false;
        } catch (RefusedException e) {
            if (!memoryUnknown) {
                memoryUnknown = true;
                warnings.accept("alerts go without memory: " + e.getMessage());
            }
        }
    }
}
