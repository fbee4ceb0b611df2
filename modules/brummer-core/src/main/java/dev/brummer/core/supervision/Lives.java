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

/** What a run goes through, from its start to the moment nothing of it is left; {@link Endings} says what follows. */
final class Lives {
    private Lives() {}

    static void start(Turn turn, Instance waiting, Cause cause) {
        ServiceSpec spec = turn.spec(waiting);
        Instance instance = waiting.nextRun();
        if (turn.fleet().isExternal(waiting.id())) {
            awaitExternal(turn, instance, spec);
            return;
        }
        Starting starting = new Starting(turn.now(), false, Optional.empty(), Supervisor.checksOf(spec), Map.of());
        turn.move(instance, starting, cause.words());
        turn.act(new Action.Start(instance.id(), instance.run(), cause));
        turn.act(new Action.Schedule(timer(instance, Timer.Kind.START_TIMEOUT), spec.startTimeout()));
    }

    /** Somebody else starts it, whenever that may be. */
    private static void awaitExternal(Turn turn, Instance instance, ServiceSpec spec) {
        Starting starting = new Starting(turn.now(), true, Optional.empty(), Supervisor.checksOf(spec), Map.of());
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

    static Timer timer(Instance instance, Timer.Kind kind) {
        return new Timer(instance.id(), instance.run(), kind);
    }

    static void spawned(Turn turn, Instance instance) {
        ServiceSpec spec = turn.spec(instance);
        if (instance.state() instanceof Starting starting) {
            Starting running = starting.running();
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
            Endings.ended(turn, instance, new Outcome.Fault(reason, Optional.empty()), starting.since());
        } else if (instance.state() instanceof Stopping stopping) {
            Instance never = instance.with(stopping.undone(""), instance.detail());
            Endings.ended(turn, never, stopping.then(), stopping.startedAt());
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
            Endings.ended(turn, instance, outcome, startedAt);
            return;
        }
        // What the leader left behind is ended before anything else is said or started.
        turn.act(new Action.ForgetChecks(instance.id(), instance.run()));
        turn.move(
                instance,
                new Stopping(startedAt, turn.now(), outcome, false, Undoing.OVER, ""),
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
            Endings.ended(turn, instance, outcome, turn.now());
            return;
        }
        Duration startedAt = startedAt(turn, instance);
        boolean spawned = !(instance.state() instanceof Starting starting) || starting.spawned();
        turn.act(new Action.ForgetChecks(instance.id(), instance.run()));
        Undoing undoing = turn.spec(instance).lasts() ? Undoing.TO_COME : Undoing.OVER;
        Stopping stopping = new Stopping(startedAt, turn.now(), outcome, false, undoing, "");
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

    /** @param patient whether its time is up; else a person wants it to be over at once, whatever it leaves behind */
    static void kill(Turn turn, Instance instance, String reason, boolean patient) {
        if (turn.fleet().isExternal(instance.id())) {
            Endings.ended(turn, instance, new Outcome.Stop(reason), turn.now());
            return;
        }
        Stopping ending = Launches.killed(turn, instance, reason, patient);
        if (instance.state() instanceof Stopping stopping && stopping.killed()) {
            turn.put(instance.with(ending, instance.detail()));
            return;
        }
        turn.act(new Action.ForgetChecks(instance.id(), instance.run()));
        Instance killed = turn.move(instance, ending, "killed: " + reason);
        if (ending.undoing() == Undoing.UNDER_WAY) {
            turn.act(new Action.KillStopCommand(instance.id(), instance.run()));
        }
        if (instance.left() != Left.NOTHING) {
            turn.act(new Action.Kill(instance.id(), instance.run(), patient));
        } else if (ending.undoing() == Undoing.OVER) {
            Endings.ended(turn, killed, ending.then(), ending.startedAt());
        }
    }

    static Duration startedAt(Turn turn, Instance instance) {
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
                    String who = stopping.undoing() == Undoing.UNDER_WAY ? "its stop_command is " : "";
                    String limit = Words.duration(turn.spec(instance).stopGracePeriod());
                    kill(turn, instance, who + "still there after " + limit, true);
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
}
