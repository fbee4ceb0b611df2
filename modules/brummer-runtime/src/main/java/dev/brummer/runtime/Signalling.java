package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.spi.InstanceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands signals to the engine, away from the caller's thread. What is asked for while it is busy goes to it together, for
 * each time it looks anew whom they concern: the stop of a hundred services takes a few looks and not a hundred. Safe for
 * use by several threads.
 */
final class Signalling {
    private final Engine engine;
    private final Executor workers;
    private final BugReports bugs;
    private final Consumer<String> hopeless;
    private final List<Wanted> waiting = new ArrayList<>();
    private boolean called;

    /** @param attempt counts from 1 */
    private record Wanted(InstanceId instance, RunHandle run, PosixSignal signal, int attempt) {
        boolean isKill() {
            return signal == PosixSignal.SIGKILL;
        }

        String doing() {
            return isKill() ? "killing " + instance.label() : "sending " + signal + " to " + instance.label();
        }
    }

    /** @param hopeless told, by any thread, when something cannot be killed */
    Signalling(Engine engine, Executor workers, BugReports bugs, Consumer<String> hopeless) {
        this.engine = engine;
        this.workers = workers;
        this.bugs = bugs;
        this.hopeless = hopeless;
    }

    /** Sends a signal; SIGKILL is tried again where that breaks. */
    void send(InstanceId instance, RunHandle run, PosixSignal signal) {
        add(new Wanted(instance, run, signal, 1));
    }

    private void add(Wanted wanted) {
        synchronized (waiting) {
            waiting.add(wanted);
            if (!called) {
                workers.execute(this::deliver);
                called = true;
            }
        }
    }

    private void deliver() {
        List<Wanted> all;
        synchronized (waiting) {
            called = false;
            all = List.copyOf(waiting);
            waiting.clear();
        }
        Map<RunHandle, PosixSignal> signals = new LinkedHashMap<>();
        all.forEach(wanted -> signals.put(wanted.run(), wanted.signal()));
        String others = all.size() == 1 ? "" : " and more of the kind";
        if (!bugs.done(all.getFirst().doing() + others, () -> engine.signal(signals))) {
            all.stream().filter(Wanted::isKill).forEach(this::again);
        }
    }

    private void again(Wanted broken) {
        Wanted next = new Wanted(broken.instance(), broken.run(), broken.signal(), broken.attempt() + 1);
        Patience.after(broken.attempt())
                .ifPresentOrElse(
                        pause -> CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                                .execute(() -> add(next)),
                        () -> hopeless.accept(broken.instance().label() + " cannot be killed"));
    }
}
