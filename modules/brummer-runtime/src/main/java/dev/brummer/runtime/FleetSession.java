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
import dev.brummer.process.FreePorts;
import dev.brummer.runtime.folder.FleetLock;
import dev.brummer.runtime.health.CheckBook;
import dev.brummer.runtime.history.LiveJournal;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A fleet that runs in this process. Its own fields without a lock belong to the loop's thread. */
final class FleetSession implements EventLoop.Listener {
    private final CurrentSetup setup;
    private final Discretion discretion;
    private final Engine engine;
    private final BugReports bugs;
    private final LiveJournal history;
    private final SessionVoice voice;
    private final EventLoop loop;
    private final Reconfiguring reconfiguring;
    private final FleetEffects runs;
    private final UsageLooks usages;
    private final SessionActions actions;
    private final Milestones milestones;
    private final Alerting alerting;
    private final FactPump facts;
    private final SessionView view;
    private final Watching watching;
    private final SessionSinks sinks;
    private final SessionEnding ending;
    private final FleetChanges changes = new FleetChanges();
    private final StateTimes times = new StateTimes();
    private final CheckBook answers = new CheckBook();

    FleetSession(
            CurrentSetup setup,
            Discretion discretion,
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
        this.discretion = discretion;
        this.engine = engine;
        this.bugs = bugs;
        this.history = new LiveJournal(() -> setup.get().project(), journal, time);
        this.voice = new SessionVoice(journal);
        this.loop = new EventLoop(fleet, time, Supervisor::decide, this);
        this.reconfiguring = new Reconfiguring(setup, welcome, freePorts, loop, journal);
        Explanations explanations = new Explanations(discretion);
        Debuggers debuggers = new Debuggers(options.debugged(), engine, setup, journal);
        this.runs = new FleetEffects(
                engine, setup, debuggers, journal, bugs, explanations, event -> loop.post(discretion.event(event)),
                why -> loop.soon(() -> hopeless(why)));
        this.usages = new UsageLooks(engine, runs, setup, loop);
        Consumer<String> saidInTime = voice::sayInTime;
        PluginGuard guard = new PluginGuard(saidInTime);
        CheckMaker maker = new CheckMaker(setup, plugins, guard, engine, journal);
        CheckRunner checks = new CheckRunner(
                runs,
                engine,
                maker,
                guard,
                bugs,
                discretion,
                loop,
                answered -> answers.answered(answered, loop.fleet(), time.instant()));
        PuttingAway last = new PuttingAway(engine, runs, journal, lock, door, bugs, voice::silence);
        Project project = setup.get().project();
        Remarks remarks = new Remarks(
                loop, runs, engine, setup, journal, explanations, project.folder().resolve(".brummer"));
        this.actions = new SessionActions(
                loop, runs, checks, journal, times, remarks, debuggers, this::exchanged, time);
        Consumer<String> stop = this::stop;
        this.milestones = new Milestones(options, again, setup, journal, explanations, stop, this::finish);
        this.alerting = new Alerting(
                setup, loop, journal, engine, usages, runs, answers, times, guard, saidInTime, bugs, time);
        this.facts = new FactPump(
                journal, () -> new Parsers(setup.get(), plugins, guard, journal).search(history.names()), alerting, bugs);
        this.view = new SessionView(new OwnLines(history, journal), time);
        this.watching = new Watching(setup, loop, runs, journal);
        this.sinks = new SessionSinks(journal, history, view, guard, voice, stop, bugs, time);
        this.ending = new SessionEnding(
                loop, remarks, watching, alerting, last, sinks, facts, history, changes, bugs);
    }

    /** What the fleet runs by at this moment. */
    Setup setup() {
        return setup.get();
    }

    /** What takes the project's secrets out of a text. */
    Discretion discretion() {
        return discretion;
    }

    /** What has the fleet go by another reading of its project, or have more services. */
    Reconfiguring reconfiguring() {
        return reconfiguring;
    }

    /** The fleet is that of another graph from here on. */
    private void exchanged(StageGraph graph) {
        discretion.remember();
        setup.exchanged(graph);
        runs.reloaded();
        facts.name(history::names);
        watching.reloaded();
        boolean ignored = bugs.done("taking other alerts over", alerting::reloaded);
    }

    void begin() {
        loop.post(new Event.StartAsked(loop.fleet().ids(), Cause.FIRST_START));
        loop.soon(() -> milestones.limit(loop));
        loop.start();
    }

    /** Opens the sinks, beside the first start, and looks for facts. */
    void open(Sinks planned) {
        alerting.postBy(planned);
        sinks.open(planned, () -> {
            boolean ignored = bugs.done("beginning to look for facts", facts::start);
        });
    }

    /** What it says in its stream. */
    SessionVoice voice() {
        return voice;
    }

    @Override
    public void perform(Action action) {
        actions.perform(action);
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
        if (!ending.hasBegun()) {
            voice.complain("brum cannot supervise this fleet any more: " + why + "; everything is killed now");
            ending.begin(SessionEnd.FAILED);
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
        ending.force();
        loop.post(new Event.EndAsked(reason, true));
    }

    CompletionStage<SessionEnd> end() {
        return ending.end();
    }

    private void finish(SessionEnd how) {
        ending.begin(how);
    }
}
