package dev.brummer.runtime;

import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Timer;
import dev.brummer.spi.Answer;
import java.time.Duration;
import java.util.Optional;

/** What the supervision is told in place of what an action would have led to, which could not be carried out. */
final class Undone {
    private Undone() {}

    /** Empty where nobody waits for what comes of the action, or something else comes of it in time. */
    static Optional<Event> of(Action action, Throwable fault) {
        String reason = reason(fault);
        return switch (action) {
            case Action.Start(var instance, var run, _) -> Optional.of(new Event.SpawnFailed(instance, run, reason));
            case Action.Ask(var instance, var run, var check, _, _) ->
                Optional.of(new Event.Answered(instance, run, check, Answer.failing(reason), Duration.ZERO));
            case Action.Schedule(var timer, _) ->
                Optional.of(timer).filter(set -> set.kind() != Timer.Kind.START_TIMEOUT).map(Event.TimerFired::new);
            case Action.RunStopCommand(var instance, var run) ->
                Optional.of(new Event.StopCommandEnded(instance, run, Optional.of("could not be run: " + reason)));
            case Action.KillStopCommand(var instance, var run) ->
                Optional.of(new Event.StopCommandEnded(instance, run, Optional.of("could not be killed: " + reason)));
            // A signal that was not sent is followed by the end of the grace period.
            case Action.Signal _, Action.Kill _, Action.ForgetChecks _, Action.Exchanged _, Action.Publish _ ->
                Optional.empty();
        };
    }

    /** The reason of a state that came of a fault of Brummer's own. */
    static String reason(Throwable fault) {
        return "brum itself broke: " + fault;
    }
}
