package dev.brummer.runtime;

import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Timer;

/** What Brummer was doing when it broke, in words for a person. */
final class Doing {
    private Doing() {}

    /** What is decided on: {@code the end of web}. */
    static String of(Event event) {
        return switch (event) {
            case Event.StartAsked _ -> "a start";
            case Event.StopAsked _ -> "a stop";
            case Event.KillAsked _ -> "a kill";
            case Event.EndAsked _ -> "the end of everything";
            case Event.ReconfigureAsked _ -> "a reload";
            case Event.RestartTogetherAsked _ -> "a restart of several services";
            case Event.RestartAsked(var instance, _, _) -> "a restart of " + instance.label();
            case Event.Spawned(var instance, _) -> "the start of " + instance.label();
            case Event.SpawnFailed(var instance, _, _) -> "the failed start of " + instance.label();
            case Event.Exited(var instance, _, _, _) -> "the end of " + instance.label();
            case Event.TreeGone(var instance, _) -> "the end of all processes of " + instance.label();
            case Event.StopCommandEnded(var instance, _, _) -> "the end of the stop command of " + instance.label();
            case Event.Answered(var instance, _, _, _, _) -> "the answer of a check of " + instance.label();
            case Event.TimerFired(var timer) -> "the end of " + timer(timer);
        };
    }

    private static String timer(Timer timer) {
        String what = switch (timer.kind()) {
            case START_TIMEOUT -> "the start timeout";
            case BACKOFF -> "the wait for a restart";
            case GRACE_PERIOD -> "the grace period";
        };
        return what + " of " + timer.instance().label();
    }

    /** What is carried out: {@code killing web}. */
    static String of(Action action) {
        return switch (action) {
            case Action.Start(var instance, _, _) -> "starting " + instance.label();
            case Action.Signal(var instance, _, var signal) -> "sending " + signal + " to " + instance.label();
            case Action.RunStopCommand(var instance, _) -> "running the stop command of " + instance.label();
            case Action.KillStopCommand(var instance, _) -> "killing the stop command of " + instance.label();
            case Action.Kill(var instance, _, _) -> "killing " + instance.label();
            case Action.Ask(var instance, _, _, _, _) -> "asking a check of " + instance.label();
            case Action.ForgetChecks(var instance, _) -> "forgetting the checks of " + instance.label();
            case Action.Schedule(var timer, _) -> "setting " + timer(timer);
            case Action.Exchanged _ -> "going by another configuration";
            case Action.Publish(var instance, _, _, var to, _, _) ->
                "telling that " + instance.label() + " is " + to.word();
        };
    }
}
