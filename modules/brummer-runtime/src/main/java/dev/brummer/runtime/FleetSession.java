package dev.brummer.runtime;

import dev.brummer.api.RefusedException;
import dev.brummer.api.SessionEnd;
import dev.brummer.api.StreamView;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.Machine;
import dev.brummer.core.engine.RunTerminal;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.model.Project;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Cause;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Supervisor;
import dev.brummer.logs.Journal;
import dev.brummer.process.DaemonThreads;
import dev.brummer.process.FreePorts;
import dev.brummer.runtime.folder.FleetLock;
import dev.brummer.runtime.health.CheckBook;
import dev.brummer.runtime.history.LiveJournal;
import dev.brummer.runtime.history.ServiceNames;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A fleet that runs in this process. Its own fields without a lock belong to the loop's thread. */
final class FleetSession implements EventLoop.Listener {
    private final CurrentSetup setup;
    private final Engine engine;
    private final Reconfiguring reconfiguring;
    private final Journal journal;
    private final LiveJournal history;
    private final SystemTime time;
    private final BugReports bugs;
    private final PuttingAway last;
    private final EventLoop loop;
    private final Debuggers debuggers;
    private final FleetEffects runs;
    private final UsageLooks usages;
    private final CheckRunner checks;
    private final Milestones milestones;
    private final Remarks remarks;
    private final SessionView view;
    private final PluginGuard guard;
    private final FactPump facts;
    private final Watching watching;
    private final Alerting alerting;
    // Nothing can be said any more: the journal is closed.
    private volatile boolean ended;
    private volatile boolean killed;
    private boolean finishing;
    private final List<SinkPump> pumps = new CopyOnWriteArrayList<>();
    private final FleetChanges changes = new FleetChanges();
    private final StateTimes times = new StateTimes();
    private final CheckBook answers = new CheckBook();
    private final CompletableFuture<Void> sinksOpen = new CompletableFuture<>();
    private final CompletableFuture<SessionEnd> end = new CompletableFuture<>();

    FleetSession(
            CurrentSetup setup,
            Fleet fleet,
            UnaryOperator<Project> welcome,
            FreePorts freePorts,
            UpOptions options,
            String again,
            Engine engine,
            PluginCatalog plugins,
            Journal journal,
            FleetLock lock,
            OpeningDoor door,
            BugReports bugs,
            SystemTime time) {
        this.setup = setup;
        this.engine = engine;
        this.journal = journal;
        this.time = time;
        this.history = new LiveJournal(() -> setup.get().project(), journal, time);
        this.bugs = bugs;
        this.loop = new EventLoop(fleet, time, Supervisor::decide, this);
        this.reconfiguring = new Reconfiguring(setup, welcome, freePorts, loop, journal);
        Explanations explanations = new Explanations();
        this.debuggers = new Debuggers(options.debugged(), engine, setup, journal);
        this.runs = new FleetEffects(
                engine, setup, debuggers, journal, bugs, explanations, loop::post, why -> loop.soon(() -> hopeless(why)));
        this.usages = new UsageLooks(engine, runs, setup, loop);
        this.guard = new PluginGuard(this::sayInTime);
        CheckMaker maker = new CheckMaker(setup, plugins, guard, engine, journal);
        this.checks = new CheckRunner(
                runs,
                engine,
                maker,
                guard,
                bugs,
                loop,
                answered -> answers.answered(answered, loop.fleet(), time.instant()));
        this.last = new PuttingAway(engine, runs, journal, lock, door, bugs, () -> ended = true);
        Project project = setup.get().project();
        this.remarks = new Remarks(
                loop, runs, engine, setup, journal, explanations, project.folder().resolve(".brummer"));
        this.milestones = new Milestones(options, again, setup, journal, explanations, this::stop, this::finish);
        this.alerting = new Alerting(
                setup, loop, journal, engine, usages, runs, answers, times, guard, this::sayInTime, bugs, time);
        this.facts = new FactPump(
                journal, () -> new Parsers(setup.get(), plugins, guard, journal).search(), alerting, bugs);
        this.view = new SessionView(new OwnLines(history, journal), time);
        this.watching = new Watching(setup, loop, runs, journal);
    }

    /** What the fleet runs by at this moment. */
    Setup setup() {
        return setup.get();
    }

    /** What has the fleet go by another reading of its project, or have more services. */
    Reconfiguring reconfiguring() {
        return reconfiguring;
    }

    /** The fleet is that of another graph from here on. */
    private void exchanged(StageGraph graph) {
        setup.exchanged(graph);
        runs.reloaded();
        facts.name(() -> ServiceNames.of(setup.get().project().services().values()));
        watching.reloaded();
        boolean ignored = bugs.done("taking other alerts over", alerting::reloaded);
    }

    void begin() {
        loop.post(new Event.StartAsked(loop.fleet().ids(), Cause.FIRST_START));
        loop.soon(() -> milestones.limit(loop));
        loop.start();
    }

    /** Opens the sinks, beside the first start, and looks for facts. A sink that cannot be opened is said, and the fleet runs on. */
    void open(Sinks sinks) {
        alerting.postBy(sinks);
        DaemonThreads.start("sinks", () -> {
            try {
                for (Sinks.Planned plan : sinks.planned()) {
                    SinkPump pump = new SinkPump(plan, journal, new StreamLens(history.past(), time), guard, new LostSinks());
                    pumps.add(pump);
                    if (plan.standardOutput()) {
                        view.drawnBy(pump::focus);
                    }
                    pump.start();
                }
            } catch (RuntimeException | Error e) {
                bugs.broke("opening the sinks", e);
            } finally {
                boolean ignored = bugs.done("beginning to look for facts", facts::start);
                sinksOpen.complete(null);
            }
        });
    }

    /** Tells of sinks that are lost; the fleet runs on without them. */
    private final class LostSinks implements SinkPump.Listener {
        @Override
        public void broken(Sinks.Planned plan, String why) {
            if (plan.standardOutput()) {
                stop("nobody reads its output any more");
            } else {
                sayInTime("sink " + plan.id() + " cannot write any more: " + why);
            }
        }

        @Override
        public void unopened(Sinks.Planned plan, String why) {
            sayInTime("sink " + plan.id() + " could not be opened: " + why);
        }
    }

    /** Says something as long as anything can be said. */
    void sayInTime(String text) {
        if (!ended) {
            say(text);
        }
    }

    /** Says something in the stream. */
    void say(String text) {
        long ignored = journal.notice(Level.WARN, text);
    }

    @Override
    public void perform(Action action) {
        switch (action) {
            case Action.Start start -> runs.start(start);
            case Action.Signal signal -> runs.signal(signal);
            case Action.RunStopCommand stop -> runs.stopCommands().run(stop);
            case Action.KillStopCommand kill -> runs.stopCommands().kill(kill);
            case Action.Kill kill -> runs.kill(kill);
            case Action.Ask ask -> checks.ask(ask);
            case Action.ForgetChecks(var instance, var run) -> checks.forget(instance, run);
            case Action.Schedule(var timer, var delay) ->
                loop.later(timer, delay, () -> loop.post(new Event.TimerFired(timer)));
            case Action.Exchanged(var graph) -> exchanged(graph);
            case Action.Publish p -> {
                times.published(p, time.instant());
                journal.stateChanged(p.instance(), p.run(), p.from(), p.to(), p.reason(), p.took());
                remarks.published(p);
                debuggers.published(p, loop, runs);
            }
        }
    }

    @Override
    public void decided(Fleet fleet, Duration now) {
        boolean ignored = bugs.done("beginning the watch of a service", () -> watching.look(fleet));
        usages.decided(fleet);
        changes.changed();
        // Before the end may be noticed, after which nobody is told of anything.
        ignored = bugs.done("looking for alerts", () -> alerting.look(fleet));
        milestones.look(fleet, now);
    }

    @Override
    public void broke(String doing, Throwable fault) {
        bugs.broke(doing, fault);
    }

    @Override
    public void hopeless(String why) {
        if (!finishing) {
            long ignored = journal.notice(
                    Level.ERROR, "brum cannot supervise this fleet any more: " + why + "; everything is killed now");
            finish(SessionEnd.FAILED);
        }
    }

    Fleet fleet() {
        return loop.fleet();
    }

    FleetChanges changes() {
        return changes;
    }

    StateTimes times() {
        return times;
    }

    /** What checks have said. */
    CheckBook answers() {
        return answers;
    }

    /** What somebody is told of. */
    Alerting alerting() {
        return alerting;
    }

    /** What looks at what runs use, and whom they talk to. */
    UsageLooks usages() {
        return usages;
    }

    Machine machine() {
        return engine.machine();
    }

    void post(Event event) {
        loop.post(event);
    }

    /** Runs a task on the loop's thread, after what has been posted before. */
    void soon(Runnable task) {
        loop.soon(task);
    }

    /**
     * What the latest run of an instance was started with, or would be.
     *
     * @throws RefusedException if a variable or reference has no value
     */
    StartOrder order(InstanceId instance) throws RefusedException {
        try {
            return runs.orderOf(instance, loop.fleet().instance(instance).run());
        } catch (CheckFaultException e) {
            throw new RefusedException(instance.label() + ": " + e.getMessage(), e);
        }
    }

    /** Sends a signal to what runs; what comes of it, the engine tells. */
    void signal(Set<InstanceId> instances, PosixSignal signal) {
        instances.forEach(instance -> runs.signal(new Action.Signal(instance, 0, signal)));
    }

    /** What it has written so far. */
    LiveJournal history() {
        return history;
    }

    /** The terminal that an instance runs on; empty where it runs on none. */
    Optional<RunTerminal> terminal(InstanceId instance) {
        return runs.handle(instance).flatMap(engine::terminal);
    }

    StreamView view() {
        return view;
    }

    void stop(String reason) {
        loop.post(new Event.EndAsked(reason, false));
    }

    void kill(String reason) {
        killed = true;
        loop.post(new Event.EndAsked(reason, true));
    }

    CompletionStage<SessionEnd> end() {
        return end.minimalCompletionStage();
    }

    /** Nothing runs any more, or nothing can be done about it: delivers what is left, then says how it ended. */
    private void finish(SessionEnd how) {
        if (finishing) {
            return;
        }
        boolean ignored = bugs.done("ending the remarks", remarks::end);
        ignored = bugs.done("ending the watches", watching::end);
        DaemonThreads.start("session-end", () -> {
            boolean unused = bugs.done("delivering the last alerts", () -> alerting.close(killed));
            SessionEnd ended = last.of(how, exit(how), sinksOpen, facts, pumps);
            history.close();
            changes.end();
            end.complete(ended);
        });
        finishing = true;
        loop.end();
    }

    /** The exit code of {@code brum}, as the journal remembers it. */
    private int exit(SessionEnd how) {
        if (killed) {
            return 130;
        }
        return switch (how) {
            case AS_ASKED -> 0;
            case FAILED -> 1;
            case TIMED_OUT -> 124;
        };
    }
}
