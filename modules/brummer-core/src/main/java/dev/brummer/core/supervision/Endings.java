package dev.brummer.core.supervision;

import dev.brummer.core.supervision.InstanceState.BackingOff;
import dev.brummer.core.supervision.InstanceState.Completed;
import dev.brummer.core.supervision.InstanceState.Failed;
import dev.brummer.core.supervision.InstanceState.Outcome;
import dev.brummer.core.supervision.InstanceState.Stopped;
import dev.brummer.core.supervision.InstanceState.Stopping;
import dev.brummer.core.supervision.InstanceState.Waiting;
import java.time.Duration;
import java.util.Optional;

/** What follows when nothing of a run is left. */
final class Endings {
    private Endings() {}

    /** Nothing of the run is left. */
    static void ended(Turn turn, Instance instance, Outcome outcome, Duration startedAt) {
        turn.act(new Action.ForgetChecks(instance.id(), instance.run()));
        Duration lived = turn.now().minus(startedAt);
        String remains = instance.state() instanceof Stopping stopping ? stopping.remains() : "";
        if (instance.stop().isPresent()) {
            turn.move(instance, new Stopped(), instance.stop().get() + remains, took(turn, instance));
            return;
        }
        switch (outcome) {
            case Outcome.Stop(var reason) -> turn.move(instance, new Stopped(), reason + remains, took(turn, instance));
            case Outcome.Again(var cause) -> turn.put(instance.withRestarts(0).with(new Waiting(cause), instance.detail()));
            case Outcome.Fault(var reason, var exit) -> fault(turn, instance, reason + remains, exit, lived);
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
            Launches.done(turn, instance, exit, turn.now().minus(lived));
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
        turn.act(new Action.Schedule(Lives.timer(instance, Timer.Kind.BACKOFF), restart.delay()));
    }
}
