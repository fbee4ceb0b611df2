package dev.brummer.core.supervision;

import dev.brummer.core.supervision.InstanceState.BackingOff;
import dev.brummer.core.supervision.InstanceState.Completed;
import dev.brummer.core.supervision.InstanceState.Failed;
import dev.brummer.core.supervision.InstanceState.Outcome;
import dev.brummer.core.supervision.InstanceState.Pending;
import dev.brummer.core.supervision.InstanceState.Ready;
import dev.brummer.core.supervision.InstanceState.Starting;
import dev.brummer.core.supervision.InstanceState.Stopped;
import dev.brummer.core.supervision.InstanceState.Stopping;
import dev.brummer.core.supervision.InstanceState.Unhealthy;
import dev.brummer.core.supervision.InstanceState.Waiting;
import dev.brummer.spi.InstanceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows when somebody asks for something. A fleet that is to end does nothing but end. */
final class Requests {
    private Requests() {}

    static void take(Turn turn, Event.Request request) {
        switch (request) {
            case Event.StopAsked(var ids, var reason) -> known(turn, ids).forEach(id -> stopAsked(turn, id, reason));
            case Event.KillAsked(var ids, var reason) -> known(turn, ids).forEach(id -> killAsked(turn, id, reason));
            case Event.EndAsked(var reason, var kill) -> endAsked(turn, reason, kill);
            case Event.StartAsked(var ids, var cause) ->
                whileItLasts(turn, () -> known(turn, ids).forEach(id -> startAsked(turn, id, cause)));
            case Event.RestartAsked(var id, var cause, var detail) ->
                whileItLasts(turn, () -> known(turn, Set.of(id)).forEach(known -> restartAsked(turn, known, cause, detail)));
            case Event.RestartTogetherAsked asked -> whileItLasts(turn, () -> Exchanging.restartAsked(turn, asked));
            case Event.ReconfigureAsked asked -> whileItLasts(turn, () -> Exchanging.reconfigureAsked(turn, asked));
        }
    }

    private static void whileItLasts(Turn turn, Runnable what) {
        if (!turn.isEnding()) {
            what.run();
        }
    }

    /** Without what a reload has taken away since it was named. */
    private static List<InstanceId> known(Turn turn, Set<InstanceId> asked) {
        return asked.stream().filter(turn.fleet()::has).toList();
    }

    private static void endAsked(Turn turn, String reason, boolean kill) {
        turn.end();
        for (InstanceId id : turn.fleet().ids()) {
            if (kill) {
                killAsked(turn, id, reason);
            } else {
                stopAsked(turn, id, reason);
            }
        }
    }

    /** What has to end for an exchange starts when that is over. */
    private static boolean isLeaving(Turn turn, InstanceId id) {
        return turn.exchange().stream().anyMatch(next -> next.leaving().contains(id));
    }

    private static void startAsked(Turn turn, InstanceId id, Cause cause) {
        if (isLeaving(turn, id)) {
            turn.exchange(turn.exchange().map(next -> next.bringsBack(id) ? next : next.wanting(id, cause)));
        } else {
            start(turn, id, cause);
        }
    }

    static void start(Turn turn, InstanceId id, Cause cause) {
        Instance instance = turn.get(id).withStop(Optional.empty());
        switch (instance.state()) {
            // Settling tells what it waits for, or starts it.
            case Pending _, Stopped _, Completed _, Failed _, BackingOff _ ->
                turn.put(instance.withRestarts(0).with(new Waiting(cause), ""));
            case Stopping stopping ->
                turn.put(instance.with(stopping.with(new Outcome.Again(cause)), instance.detail()));
            case Waiting _, Starting _, Ready _, Unhealthy _ -> turn.put(instance);
        }
    }

    private static void stopAsked(Turn turn, InstanceId id, String reason) {
        boolean wasToComeBack = turn.exchange().stream().anyMatch(next -> next.bringsBack(id));
        turn.exchange(turn.exchange().map(next -> next.notWanting(id)));
        Instance instance = turn.get(id);
        if (wasToComeBack && instance.state() instanceof Stopped) {
            turn.move(instance.withStop(Optional.of(reason)), instance.state(), reason);
        } else {
            stop(turn, id, reason);
        }
    }

    static void stop(Turn turn, InstanceId id, String reason) {
        Instance instance = turn.get(id).withStop(Optional.of(reason));
        switch (instance.state()) {
            case Pending _, Waiting _, BackingOff _ -> turn.move(instance, new Stopped(), reason);
            case Stopping stopping ->
                turn.put(instance.with(stopping.with(new Outcome.Stop(reason)), instance.detail()));
            // Settling begins the stop once the dependents are gone.
            case Starting _, Ready _, Unhealthy _ -> turn.put(instance);
            // It ended by itself; but a reload does not start it any more.
            case Completed _, Failed _ -> turn.put(instance);
            case Stopped _ -> {}
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
        if (isLeaving(turn, id)) {
            startAsked(turn, id, cause);
            return;
        }
        switch (instance.state()) {
            case Starting _, Ready _, Unhealthy _ -> {
                String why = "restart: " + (detail.isEmpty() ? cause.words() : detail);
                Lives.beginStop(turn, instance, new Outcome.Again(cause), why);
            }
            case Pending _, Waiting _, BackingOff _, Stopping _, Stopped _, Completed _, Failed _ -> start(turn, id, cause);
        }
    }
}
