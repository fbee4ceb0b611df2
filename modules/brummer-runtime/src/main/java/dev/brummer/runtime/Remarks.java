package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.supervision.InstanceState;
import dev.brummer.logs.Journal;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What Brummer remarks beside the state changes: waits that are long and their root, lines without an end, stops that
 * take their time, ports that are not what they were said to be, and who holds a port that a service could not have. Used
 * by the loop's thread, but for what asks the system.
 */
final class Remarks {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SETTLED = Duration.ofSeconds(2);
    // Stack traces follow the line that says it.
    private static final int SEARCHED = 100;

    private final EventLoop loop;
    private final FleetEffects runs;
    private final Engine engine;
    private final Supplier<Setup> setup;
    private final Journal journal;
    private final Explanations explanations;
    private final StartMemory memory;
    private final LongWaits waits;
    private final HaltedLines halted = new HaltedLines();
    private final SlowStops stops = new SlowStops();
    // When the ports of a service that got ready may be compared with what it claims.
    private final Map<InstanceId, Duration> settling = new LinkedHashMap<>();
    private boolean retained;
    private boolean ended;

    Remarks(
            EventLoop loop,
            FleetEffects runs,
            Engine engine,
            Supplier<Setup> setup,
            Journal journal,
            Explanations explanations,
            Path ownFolder) {
        this.loop = loop;
        this.runs = runs;
        this.engine = engine;
        this.setup = setup;
        this.journal = journal;
        this.explanations = explanations;
        this.memory = StartMemory.in(ownFolder);
        this.waits = new LongWaits(memory);
        loop.later(this, TICK, this::tick);
    }

    private void tick() {
        if (ended) {
            return;
        }
        // First: should something break, it is done again all the same.
        loop.later(this, TICK, this::tick);
        if (!retained) {
            retained = true;
            runs.aside("clearing earlier starts away", this::retain);
        }
        Fleet fleet = loop.fleet();
        waits.look(fleet, loop.now()).forEach(line -> say(Level.INFO, line));
        halted.look(journal.unfinished().all(), loop.now()).forEach(line -> say(Level.INFO, line));
        comparePorts(fleet);
    }

    /** Earlier starts are cleared away once, off the way to the first service. */
    private void retain() {
        try {
            journal.retain();
        } catch (IOException e) {
            say(Level.WARN, "old starts could not be cleared away: " + e.getMessage());
        }
    }

    private void lookAtStops() {
        stops.look(loop.fleet(), loop.now()).ifPresent(line -> say(Level.INFO, line));
        Optional<Duration> next = stops.next();
        next.ifPresentOrElse(
                at -> loop.later(stops, at.minus(loop.now()), this::lookAtStops), () -> loop.forget(stops));
    }

    /** To be told of every state change. */
    void published(Action.Publish change) {
        InstanceId id = change.instance();
        if (change.to() == ServiceState.READY && change.from() == ServiceState.STARTING) {
            change.took().ifPresent(took -> memory.took(id.service(), took));
            settling.put(id, loop.now().plus(SETTLED));
        } else if (change.to() == ServiceState.FAILED || change.to() == ServiceState.BACKING_OFF) {
            // After this turn: should it be the end, the summary explains it.
            loop.soon(() -> explanations.take(id).ifPresent(why -> say(Level.WARN, why)));
            runs.aside("looking for who holds a port", () -> namePortHolder(id, change.run()));
        }
        if (change.to() == ServiceState.STOPPING || change.from() == ServiceState.STOPPING) {
            lookAtStops();
        }
    }

    /** One look at the system for all that have settled: each costs as much as one for a hundred. */
    private void comparePorts(Fleet fleet) {
        Map<InstanceId, Engine.RunHandle> settled = new LinkedHashMap<>();
        settling.entrySet().removeIf(entry -> {
            boolean due = entry.getValue().compareTo(loop.now()) <= 0;
            if (due && fleet.has(entry.getKey()) && fleet.instance(entry.getKey()).state() instanceof InstanceState.Ready
                    && !fleet.isExternal(entry.getKey()) && !fleet.spec(entry.getKey()).isTask()) {
                runs.handle(entry.getKey()).ifPresent(run -> settled.put(entry.getKey(), run));
            }
            return due;
        });
        if (!settled.isEmpty()) {
            runs.aside("comparing open ports with claimed ones", () -> comparePorts(settled));
        }
    }

    private void comparePorts(Map<InstanceId, Engine.RunHandle> settled) {
        try {
            Map<Engine.RunHandle, Set<Integer>> open = engine.openPorts(settled.values());
            settled.forEach((id, run) -> PortSigns.surprises(
                            id.label(), new HashSet<>(setup.get().ports().of(id)), open.getOrDefault(run, Set.of()))
                    .forEach(line -> say(Level.WARN, line)));
        } catch (IOException e) {
            say(Level.WARN, "which ports are open cannot be found out: " + e.getMessage());
        }
    }

    private void namePortHolder(InstanceId id, int run) {
        try {
            Optional<Integer> port = PortSigns.taken(LastLines.of(journal, id, run, SEARCHED), setup.get().ports().of(id));
            Optional<String> holder = port.isPresent() ? engine.holder(port.get()) : Optional.empty();
            holder.ifPresent(who -> say(
                    Level.WARN, "port " + port.get() + ", which " + id.label() + " could not have, is held by " + who));
        } catch (IOException e) {
            say(Level.WARN, "who holds a port of " + id.label() + " could not be found out: " + e.getMessage());
        }
    }

    /** Nothing more is remarked; what was learnt is kept. */
    void end() {
        ended = true;
        loop.forget(stops);
        try {
            memory.keep();
        } catch (IOException e) {
            say(Level.WARN, "how long services took could not be remembered: " + e.getMessage());
        }
    }

    private void say(Level level, String text) {
        long ignored = journal.notice(level, text);
    }
}
