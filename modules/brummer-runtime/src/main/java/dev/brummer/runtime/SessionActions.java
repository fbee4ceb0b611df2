package dev.brummer.runtime;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Event;
import dev.brummer.logs.Journal;
import java.util.function.Consumer;

/** Hands out what has been decided, each kind of action to whoever carries it out. For the loop's thread. */
final class SessionActions {
    private final EventLoop loop;
    private final FleetEffects runs;
    private final CheckRunner checks;
    private final Journal journal;
    private final StateTimes times;
    private final Remarks remarks;
    private final Debuggers debuggers;
    private final Consumer<StageGraph> exchanged;
    private final SystemTime time;

    /** @param exchanged told when the fleet is that of another graph from then on */
    SessionActions(
            EventLoop loop,
            FleetEffects runs,
            CheckRunner checks,
            Journal journal,
            StateTimes times,
            Remarks remarks,
            Debuggers debuggers,
            Consumer<StageGraph> exchanged,
            SystemTime time) {
        this.loop = loop;
        this.runs = runs;
        this.checks = checks;
        this.journal = journal;
        this.times = times;
        this.remarks = remarks;
        this.debuggers = debuggers;
        this.exchanged = exchanged;
        this.time = time;
    }

    void perform(Action action) {
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
            case Action.Exchanged(var graph) -> exchanged.accept(graph);
            case Action.Publish change -> published(change);
        }
    }

    private void published(Action.Publish change) {
        times.published(change, time.instant());
        journal.stateChanged(
                change.instance(), change.run(), change.from(), change.to(), change.reason(), change.took());
        remarks.published(change);
        debuggers.published(change, loop, runs);
    }
}
