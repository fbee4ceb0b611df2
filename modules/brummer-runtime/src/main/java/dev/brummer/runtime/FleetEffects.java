package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.RunObserver;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Exit;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.logs.Journal;
import dev.brummer.process.DaemonThreads;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts and ends runs as decided, away from the loop's thread, and posts what comes of it. */
final class FleetEffects {
    // Starting is mostly the kernel's work: more threads than cores would only take turns.
    private static final int WORKERS = 2;

    // A thread dump of a thousand threads takes a tenth of this.
    private static final Duration LAST_WORD = Duration.ofMillis(400);

    private final Engine engine;
    private final Supplier<Setup> setup;
    private final Debuggers debuggers;
    private final Journal journal;
    private final BugReports bugs;
    private final RunOutput output;
    private final Explanations explanations;
    private final Consumer<Event> post;
    private final Signalling signals;
    private final StopCommands stops;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, DaemonThreads.factory("runs"));
    private final ExecutorService asides = Executors.newSingleThreadExecutor(DaemonThreads.factory("asides"));
    private final Map<InstanceId, Engine.RunHandle> handles = new ConcurrentHashMap<>();
    private final Map<InstanceId, StartOrder> started = new ConcurrentHashMap<>();

    /** @param hopeless told, by any thread, when something cannot be done without which the fleet would never end */
    FleetEffects(
            Engine engine,
            Supplier<Setup> setup,
            Debuggers debuggers,
            Journal journal,
            BugReports bugs,
            Explanations explanations,
            Consumer<Event> post,
            Consumer<String> hopeless) {
        this.engine = engine;
        this.setup = setup;
        this.debuggers = debuggers;
        this.journal = journal;
        this.bugs = bugs;
        this.output = new RunOutput(journal, bugs);
        this.explanations = explanations;
        this.post = post;
        this.signals = new Signalling(engine, workers, bugs, hopeless);
        this.stops = new StopCommands(engine, setup, journal, bugs, post, workers);
    }

    void start(Action.Start start) {
        // What held when it was decided: by the time it is carried out something else may hold.
        RunOrders orders = setup.get().orders();
        workers.execute(() -> post.accept(started(start, orders)));
    }

    private Event started(Action.Start start, RunOrders orders) {
        try {
            StartOrder order = orders.order(start.instance(), start.run());
            started.put(start.instance(), order);
            handles.put(start.instance(), engine.start(debuggers.opened(order), new Observer(start.instance(), start.run())));
            return new Event.Spawned(start.instance(), start.run());
        } catch (StartFailedException e) {
            explanations.add(start.instance(), e.explanation());
            return new Event.SpawnFailed(start.instance(), start.run(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            // Else the fleet would wait forever for a start that nobody makes any more, at its end as well.
            bugs.broke(Doing.of(start), e);
            return new Event.SpawnFailed(start.instance(), start.run(), Undone.reason(e));
        }
    }

    void signal(Action.Signal signal) {
        handle(signal.instance()).ifPresent(run -> signals.send(signal.instance(), run, signal.signal()));
    }

    void kill(Action.Kill kill) {
        handle(kill.instance()).ifPresent(run -> {
            if (kill.patient()) {
                workers.execute(() -> killPatiently(kill.instance(), run));
            } else {
                signals.send(kill.instance(), run, PosixSignal.SIGKILL);
            }
        });
    }

    private void killPatiently(InstanceId instance, Engine.RunHandle run) {
        if (hasLastWord(run, instance.label())) {
            CompletableFuture.delayedExecutor(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS, workers)
                    .execute(() -> signals.send(instance, run, PosixSignal.SIGKILL));
        } else {
            signals.send(instance, run, PosixSignal.SIGKILL);
        }
    }

    private boolean hasLastWord(Engine.RunHandle run, String label) {
        try {
            return engine.askForLastWord(run);
        } catch (RuntimeException | Error e) {
            bugs.broke("asking for the last word of " + label, e);
            return false;
        }
    }

    /** What runs services' own ways to be stopped. */
    StopCommands stopCommands() {
        return stops;
    }

    private void say(String text) {
        long ignored = journal.notice(Level.WARN, text);
    }

    /**
     * Runs a command beside a service's own; what it says is the service's.
     *
     * @param whose for a person, should it not be possible
     * @param ended told of its end, by any thread
     */
    void command(InstanceId instance, Command command, String whose, Consumer<Exit> ended) {
        RunOrders orders = setup.get().orders();
        workers.execute(() -> {
            try {
                engine.start(orders.commandOrder(instance, command), new CommandObserver(instance, ended));
            } catch (StartFailedException e) {
                say("the command of " + whose + " could not be run: " + e.getMessage());
                ended.accept(new Exit(0));
            } catch (RuntimeException | Error e) {
                bugs.broke("running the command of " + whose, e);
                ended.accept(new Exit(0));
            }
        });
    }

    Optional<Engine.RunHandle> handle(InstanceId instance) {
        return Optional.ofNullable(handles.get(instance));
    }

    /**
     * What the latest run of an instance was started with, or would be where somebody else runs it.
     *
     * @throws CheckFaultException if a variable or reference has no value
     */
    StartOrder orderOf(InstanceId instance, int run) throws CheckFaultException {
        StartOrder known = started.get(instance);
        if (known != null) {
            return known;
        }
        try {
            return setup.get().orders().order(instance, run);
        } catch (StartFailedException e) {
            throw new CheckFaultException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Runs something that asks the system and may take a while.
     *
     * @param doing what it does, in words that follow "while"
     */
    void aside(String doing, Runnable task) {
        asides.execute(() -> {
            boolean ignored = bugs.done(doing, task);
        });
    }

    /** Another setup holds: forgets the last runs of what is not there any more. */
    void reloaded() {
        Setup now = setup.get();
        Set<InstanceId> instances = Fleet.idsOf(now.graph());
        handles.keySet().retainAll(instances);
        started.keySet().retainAll(instances);
        aside("saying how long services may take to stop", () -> engine.grace(now.longestGrace()));
    }

    void close() {
        workers.shutdown();
        asides.shutdown();
    }

    /** Passes what a command writes to the journal, and tells of its own end. */
    private final class CommandObserver implements RunObserver {
        private final InstanceId instance;
        private final Consumer<Exit> ended;

        CommandObserver(InstanceId instance, Consumer<Exit> ended) {
            this.instance = instance;
            this.ended = ended;
        }

        @Override
        public void output(StreamName stream, ReadableByteChannel bytes) throws IOException {
            output.keep(instance, 0, stream, bytes);
        }

        @Override
        public void exited(Exit exit, boolean treeGone) {
            ended.accept(exit);
        }

        @Override
        public void treeGone() {
            // Its exit has been told before.
        }
    }

    /** Passes what a run writes to the journal, and its end to the loop. */
    private final class Observer implements RunObserver {
        private final InstanceId instance;
        private final int run;

        Observer(InstanceId instance, int run) {
            this.instance = instance;
            this.run = run;
        }

        @Override
        public void output(StreamName stream, ReadableByteChannel bytes) throws IOException {
            output.keep(instance, run, stream, bytes);
        }

        @Override
        public void exited(Exit exit, boolean treeGone) {
            post.accept(new Event.Exited(instance, run, exit, treeGone));
        }

        @Override
        public void treeGone() {
            post.accept(new Event.TreeGone(instance, run));
        }
    }
}
