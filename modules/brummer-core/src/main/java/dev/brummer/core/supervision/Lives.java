package dev.brummer.core.supervision;

import dev.brummer.core.model.Command;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.supervision.Instance.Left;
import dev.brummer.core.supervision.InstanceState.BackingOff;
import dev.brummer.core.supervision.InstanceState.Completed;
import dev.brummer.core.supervision.InstanceState.Failed;
import dev.brummer.core.supervision.InstanceState.Outcome;
import dev.brummer.core.supervision.InstanceState.Pending;
import dev.brummer.core.supervision.InstanceState.Probe;
import dev.brummer.core.supervision.InstanceState.Ready;
import dev.brummer.core.supervision.InstanceState.Starting;
import dev.brummer.core.supervision.InstanceState.Stopped;
import dev.brummer.core.supervision.InstanceState.Stopping;
import dev.brummer.core.supervision.InstanceState.Undoing;
import dev.brummer.core.supervision.InstanceState.Unhealthy;
import dev.brummer.core.supervision.InstanceState.Waiting;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a run goes through, from its start to the moment nothing of it is left. */
final class Lives {
    private Lives() {}

    static void start(Turn turn, Instance waiting, Cause cause) {
        ServiceSpec spec = turn.spec(waiting);
        Instance instance = waiting.nextRun();
        if (turn.fleet().isExternal(waiting.id())) {
            awaitExternal(turn, instance, spec);
            return;
        }
        Starting starting = new Starting(turn.now(), false, Supervisor.checksOf(spec), Map.of());
        turn.move(instance, starting, cause.words());
        turn.act(new Action.Start(instance.id(), instance.run(), cause));
        turn.act(new Action.Schedule(timer(instance, Timer.Kind.START_TIMEOUT), spec.startTimeout()));
    }

    /** Somebody else starts it, whenever that may be. */
    private static void awaitExternal(Turn turn, Instance instance, ServiceSpec spec) {
        Starting starting = new Starting(turn.now(), true, Supervisor.checksOf(spec), Map.of());
        Instance awaited = turn.move(instance, starting, "run by somebody else, waiting for its check");
        if (starting.outstanding().isEmpty()) {
            ready(turn, awaited, starting, "run by somebody else");
        }
        askAll(turn, awaited, starting, spec);
    }

    static void askAll(Turn turn, Instance instance, Starting starting, ServiceSpec spec) {
        starting.outstanding()
                .forEach(check -> turn.act(new Action.Ask(
                        instance.id(), instance.run(), check, Duration.ZERO, ProbePace.timeout(spec, check))));
    }

    private static Timer timer(Instance instance, Timer.Kind kind) {
        return new Timer(instance.id(), instance.run(), kind);
    }

    static void spawned(Turn turn, Instance instance) {
        ServiceSpec spec = turn.spec(instance);
        if (instance.state() instanceof Starting starting) {
            Starting running = new Starting(starting.since(), true, starting.outstanding(), starting.probes());
            turn.put(instance.with(running, instance.detail()));
            if (spec.isTask()) {
                return;
            }
            if (starting.outstanding().isEmpty()) {
                ready(turn, turn.get(instance.id()), running, "started");
            }
            askAll(turn, instance, starting, spec);
        } else if (instance.state() instanceof Stopping stopping) {
            // The end was asked for while the start was under way.
            if (stopping.killed()) {
                turn.act(new Action.Kill(instance.id(), instance.run(), false));
            } else {
                sendStop(turn, instance, stopping);
            }
        }
    }

    static void spawnFailed(Turn turn, Instance instance, String reason) {
        if (instance.state() instanceof Starting starting) {
            ended(turn, instance, new Outcome.Fault(reason, Optional.empty()), starting.since());
        } else if (instance.state() instanceof Stopping stopping) {
            ended(turn, instance, stopping.then(), stopping.startedAt());
        }
    }

    static void ready(Turn turn, Instance instance, Starting starting, String reason) {
        Duration took = turn.now().minus(starting.since());
        turn.move(instance, new Ready(starting.since(), turn.now(), 0), reason, Optional.of(took));
        turn.spec(instance)
                .healthcheck()
                .ifPresent(health -> turn.act(new Action.Ask(
                        instance.id(),
                        instance.run(),
                        new CheckRef.Health(),
                        health.interval(),
                        health.timeout())));
    }

    static void exited(Turn turn, Instance living, Exit exit, boolean treeGone) {
        Instance instance = living.withLeft(Left.afterLeader(treeGone));
        boolean success = turn.spec(instance).successExitCodes().contains(exit.code());
        switch (instance.state()) {
            case Starting starting when turn.spec(instance).lasts() ->
                Launches.ended(turn, instance, starting, exit);
            case Starting starting -> {
                Command command = turn.spec(instance).command();
                boolean done = success && turn.spec(instance).isTask();
                String early = turn.spec(instance).isTask() ? exit.words(command) : "ended before it was ready: " + exit.words(command);
                leaderEnded(turn, instance, starting.since(),
                        done ? new Outcome.Success(exit) : new Outcome.Fault(early, Optional.of(exit)));
            }
            case Ready ready -> leaderEnded(turn, instance, ready.startedAt(), after(turn, instance, exit, success));
            case Unhealthy sick -> leaderEnded(turn, instance, sick.startedAt(), after(turn, instance, exit, success));
            case Stopping stopping -> Launches.processesEnded(turn, instance, stopping);
            case Pending _, Waiting _, BackingOff _, Stopped _, Completed _, Failed _ -> {}
        }
    }

    private static Outcome after(Turn turn, Instance instance, Exit exit, boolean success) {
        return success ? new Outcome.Success(exit) : new Outcome.Fault(exit.words(turn.spec(instance).command()), Optional.of(exit));
    }

    static void leaderEnded(Turn turn, Instance instance, Duration startedAt, Outcome outcome) {
        if (instance.left() == Left.NOTHING) {
            ended(turn, instance, outcome, startedAt);
            return;
        }
        // What the leader left behind is ended before anything else is said or started.
        turn.act(new Action.ForgetChecks(instance.id(), instance.run()));
        turn.move(
                instance,
                new Stopping(startedAt, turn.now(), outcome, false, Undoing.OVER),
                "its main process ended, others of it are still there");
        turn.act(new Action.Signal(instance.id(), instance.run(), turn.spec(instance).stopSignal()));
        turn.act(new Action.Schedule(timer(instance, Timer.Kind.GRACE_PERIOD), turn.spec(instance).stopGracePeriod()));
    }

    static void treeGone(Turn turn, Instance living) {
        Instance instance = living.withLeft(Left.NOTHING);
        switch (instance.state()) {
            case Stopping stopping -> Launches.processesEnded(turn, instance, stopping);
            case Starting _, Ready _, Unhealthy _ -> turn.put(instance);
            case Pending _, Waiting _, BackingOff _, Stopped _, Completed _, Failed _ -> {}
        }
    }

    static void beginStop(Turn turn, Instance instance, Outcome outcome, String reason) {
        if (turn.fleet().isExternal(instance.id())) {
            ended(turn, instance, outcome, turn.now());
            return;
        }
        Duration startedAt = startedAt(turn, instance);
        boolean spawned = !(instance.state() instanceof Starting starting) || starting.spawned();
        turn.act(new Action.ForgetChecks(instance.id(), instance.run()));
        Undoing undoing = turn.spec(instance).lasts() ? Undoing.TO_COME : Undoing.OVER;
        Stopping stopping = new Stopping(startedAt, turn.now(), outcome, false, undoing);
        Instance ending = turn.move(instance, stopping, reason);
        if (spawned) {
            sendStop(turn, ending, stopping);
        }
        turn.act(new Action.Schedule(timer(instance, Timer.Kind.GRACE_PERIOD), turn.spec(instance).stopGracePeriod()));
    }

    private static void sendStop(Turn turn, Instance instance, Stopping stopping) {
        ServiceSpec spec = turn.spec(instance);
        if (instance.left() != Left.ALL) {
            Launches.processesEnded(turn, instance, stopping);
            return;
        }
        turn.act(
                spec.stopCommand().isPresent() && !spec.lasts()
                        ? new Action.RunStopCommand(instance.id(), instance.run())
                        : new Action.Signal(instance.id(), instance.run(), spec.stopSignal()));
    }

    static void kill(Turn turn, Instance instance, String reason, boolean patient) {
        if (turn.fleet().isExternal(instance.id())) {
            ended(turn, instance, new Outcome.Stop(reason), turn.now());
            return;
        }
        if (instance.state() instanceof Stopping stopping && stopping.killed()) {
            return;
        }
        Duration startedAt = startedAt(turn, instance);
        Stopping ending = instance.state() instanceof Stopping stopping
                ? new Stopping(startedAt, stopping.since(), stopping.then(), true, Undoing.OVER)
                : new Stopping(startedAt, turn.now(), new Outcome.Stop(reason), true, Undoing.OVER);
        turn.act(new Action.ForgetChecks(instance.id(), instance.run()));
        Instance killed = turn.move(instance, ending, "killed: " + reason);
        turn.act(new Action.Kill(instance.id(), instance.run(), patient));
        Launches.processesEnded(turn, killed, ending);
    }

    private static Duration startedAt(Turn turn, Instance instance) {
        return switch (instance.state()) {
            case Starting starting -> starting.since();
            case Ready ready -> ready.startedAt();
            case Unhealthy sick -> sick.startedAt();
            case Stopping stopping -> stopping.startedAt();
            case Pending _, Waiting _, BackingOff _, Stopped _, Completed _, Failed _ -> turn.now();
        };
    }

    static void timeIsUp(Turn turn, Instance instance, Timer.Kind kind) {
        switch (kind) {
            case START_TIMEOUT -> {
                if (instance.state() instanceof Starting starting) {
                    String reason = notReady(turn.spec(instance), starting);
                    beginStop(turn, instance, new Outcome.Fault(reason, Optional.empty()), reason);
                }
            }
            case BACKOFF -> {
                if (instance.state() instanceof BackingOff) {
                    turn.put(instance.with(new Waiting(Cause.RESTART_POLICY), instance.detail()));
                }
            }
            case GRACE_PERIOD -> {
                if (instance.state() instanceof Stopping stopping && !stopping.killed()) {
                    String why = "still there after " + Words.duration(turn.spec(instance).stopGracePeriod());
                    kill(turn, instance, why, true);
                }
            }
        }
    }

    private static String notReady(ServiceSpec spec, Starting starting) {
        String limit = "not ready after " + Words.duration(spec.startTimeout());
        return starting.outstanding().stream()
                .map(starting.probes()::get)
                .filter(java.util.Objects::nonNull)
                .map(Probe::lastReason)
                .findFirst()
                .map(last -> limit + ": " + last)
                .orElse(limit);
    }

    /** Nothing of the run is left. */
    static void ended(Turn turn, Instance instance, Outcome outcome, Duration startedAt) {
        turn.act(new Action.ForgetChecks(instance.id(), instance.run()));
        Duration lived = turn.now().minus(startedAt);
        if (instance.stop().isPresent()) {
            turn.move(instance, new Stopped(), instance.stop().get(), took(turn, instance));
            return;
        }
        switch (outcome) {
            case Outcome.Stop(var reason) -> turn.move(instance, new Stopped(), reason, took(turn, instance));
            case Outcome.Again(var cause) -> turn.put(instance.withRestarts(0).with(new Waiting(cause), instance.detail()));
            case Outcome.Fault(var reason, var exit) -> fault(turn, instance, reason, exit, lived);
            case Outcome.Success(var exit) -> success(turn, instance, exit, lived);
        }
    }

    private static Optional<Duration> took(Turn turn, Instance instance) {
        return instance.state() instanceof Stopping stopping
                ? Optional.of(turn.now().minus(stopping.since()))
                : Optional.empty();
    }

    private static void fault(Turn turn, Instance instance, String reason, Optional<Exit> exit, Duration lived) {
        switch (RestartBudget.judge(turn.spec(instance), instance, lived, false)) {
            case RestartBudget.Verdict.Restart restart -> backOff(turn, instance, restart, reason);
            case RestartBudget.Verdict.GiveUp(var why) -> {
                String whole = why.isEmpty() ? reason : reason + "; " + why;
                turn.move(instance, new Failed(whole, exit), whole);
            }
        }
    }

    private static void success(Turn turn, Instance instance, Exit exit, Duration lived) {
        if (turn.spec(instance).isTask()) {
            turn.move(instance, new Completed(exit), exit.words(), Optional.of(lived));
            return;
        }
        switch (RestartBudget.judge(turn.spec(instance), instance, lived, true)) {
            case RestartBudget.Verdict.Restart restart -> backOff(turn, instance, restart, exit.words());
            case RestartBudget.Verdict.GiveUp(var why) -> {
                String reason = exit.words() + (why.isEmpty() ? ", though nobody asked for its end" : "; " + why);
                if (why.isEmpty()) {
                    turn.move(instance, new Completed(exit), reason);
                } else {
                    turn.move(instance, new Failed(reason, Optional.of(exit)), reason);
                }
            }
        }
    }

    private static void backOff(
            Turn turn, Instance instance, RestartBudget.Verdict.Restart restart, String reason) {
        String whole = reason + "; restart " + restart.restarts() + " in " + Words.duration(restart.delay());
        turn.move(instance.withRestarts(restart.restarts()), new BackingOff(reason), whole);
        turn.act(new Action.Schedule(timer(instance, Timer.Kind.BACKOFF), restart.delay()));
    }
}
