package dev.brummer.core.supervision;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.supervision.InstanceState.Completed;
import dev.brummer.core.supervision.InstanceState.Failed;
import dev.brummer.core.supervision.InstanceState.Outcome;
import dev.brummer.core.supervision.InstanceState.Pending;
import dev.brummer.core.supervision.InstanceState.Starting;
import dev.brummer.core.supervision.InstanceState.Stopped;
import dev.brummer.core.supervision.InstanceState.Stopping;
import dev.brummer.core.supervision.InstanceState.Waiting;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what happens to a fleet. A pure function without state: the same fleet, event and moment give the same
 * decision. {@link Lives} holds what a single run goes through, {@link Settling} what follows for the others.
 */
public final class Supervisor {
    private Supervisor() {}

    /**
     * @param now time since the fleet's start, never less than at an earlier event
     */
    public static Decision decide(Fleet fleet, Event event, Duration now) {
        Turn turn = new Turn(fleet, now);
        switch (event) {
            case Event.StartAsked(var ids, var cause) -> ids.forEach(id -> startAsked(turn, id, cause));
            case Event.StopAsked(var ids, var reason) -> ids.forEach(id -> stopAsked(turn, id, reason));
            case Event.KillAsked(var ids, var reason) -> ids.forEach(id -> killAsked(turn, id, reason));
            case Event.RestartAsked(var id, var cause, var detail) -> restartAsked(turn, id, cause, detail);
            case Event.Spawned(var id, var run) -> current(turn, id, run).ifPresent(i -> Lives.spawned(turn, i));
            case Event.SpawnFailed(var id, var run, var reason) ->
                current(turn, id, run).ifPresent(i -> Lives.spawnFailed(turn, i, reason));
            case Event.Exited(var id, var run, var exit, var gone) ->
                current(turn, id, run).ifPresent(i -> Lives.exited(turn, i, exit, gone));
            case Event.TreeGone(var id, var run) -> current(turn, id, run).ifPresent(i -> Lives.treeGone(turn, i));
            case Event.Answered(var id, var run, var check, var answer, var took) ->
                current(turn, id, run).ifPresent(i -> CheckAnswers.answered(turn, i, check, answer, took));
            case Event.TimerFired(var timer) ->
                current(turn, timer.instance(), timer.run()).ifPresent(i -> Lives.timeIsUp(turn, i, timer.kind()));
        }
        Settling.settle(turn);
        return turn.decision();
    }

    private static Optional<Instance> current(Turn turn, InstanceId id, int run) {
        return Optional.of(id).filter(turn.fleet()::has).map(turn::get).filter(instance -> instance.run() == run);
    }

    private static void startAsked(Turn turn, InstanceId id, Cause cause) {
        Instance instance = turn.get(id).withStop(Optional.empty());
        switch (instance.state()) {
            // Settling tells what it waits for, or starts it.
            case Pending _, Stopped _, Completed _, Failed _, InstanceState.BackingOff _ ->
                turn.put(instance.withRestarts(0).with(new Waiting(cause), ""));
            case Stopping stopping ->
                turn.put(instance.with(
                        new Stopping(stopping.startedAt(), stopping.since(), new Outcome.Again(cause), stopping.killed()),
                        instance.detail()));
            case Waiting _, Starting _, InstanceState.Ready _, InstanceState.Unhealthy _ -> turn.put(instance);
        }
    }

    private static void stopAsked(Turn turn, InstanceId id, String reason) {
        Instance instance = turn.get(id).withStop(Optional.of(reason));
        switch (instance.state()) {
            case Pending _, Waiting _, InstanceState.BackingOff _ -> turn.move(instance, new Stopped(), reason);
            case Stopping stopping ->
                turn.put(instance.with(
                        new Stopping(stopping.startedAt(), stopping.since(), new Outcome.Stop(reason), stopping.killed()),
                        instance.detail()));
            // Settling begins the stop once the dependents are gone.
            case Starting _, InstanceState.Ready _, InstanceState.Unhealthy _ -> turn.put(instance);
            case Stopped _, Completed _, Failed _ -> {}
        }
    }

    private static void killAsked(Turn turn, InstanceId id, String reason) {
        stopAsked(turn, id, reason);
        Instance instance = turn.get(id);
        if (instance.isAlive()) {
            Lives.kill(turn, instance, reason, false);
        }
    }

    private static void restartAsked(Turn turn, InstanceId id, Cause cause, String detail) {
        Instance instance = turn.get(id);
        switch (instance.state()) {
            case Starting _, InstanceState.Ready _, InstanceState.Unhealthy _ ->
                Lives.beginStop(turn, instance, new Outcome.Again(cause), "restart: " + (detail.isEmpty() ? cause.words() : detail));
            case Pending _, Waiting _, InstanceState.BackingOff _, Stopping _, Stopped _, Completed _, Failed _ ->
                startAsked(turn, id, cause);
        }
    }

    /** The checks a service must pass before it is ready. */
    public static Set<CheckRef> checksOf(ServiceSpec spec) {
        if (spec.isTask()) {
            return Set.of();
        }
        Set<CheckRef> checks = new LinkedHashSet<>();
        for (int index = 0; index < spec.readiness().size(); index++) {
            checks.add(new CheckRef.Readiness(index));
        }
        spec.healthcheck().ifPresent(_ -> checks.add(new CheckRef.Health()));
        if (checks.isEmpty() && !spec.ports().isEmpty()) {
            checks.add(new CheckRef.Listening());
        }
        return checks;
    }
}
