package dev.brummer.core.supervision;

import dev.brummer.core.model.Command;
import dev.brummer.core.supervision.Instance.Left;
import dev.brummer.core.supervision.InstanceState.Outcome;
import dev.brummer.core.supervision.InstanceState.Starting;
import dev.brummer.core.supervision.InstanceState.Stopping;
import dev.brummer.core.supervision.InstanceState.Undoing;
import java.util.Optional;

/**
 * What a task goes through that starts something which lives on elsewhere, as containers do: it is ready when the task has
 * ended well and its checks have passed, and ends by its stop command, once the task itself has ended.
 */
final class Launches {
    private Launches() {}

    /** The leader of a task has ended. */
    static void ended(Turn turn, Instance instance, Starting starting, Exit exit) {
        Command command = turn.spec(instance).command();
        boolean success = turn.spec(instance).successExitCodes().contains(exit.code());
        if (success && starting.outstanding().isEmpty()) {
            Lives.ready(turn, instance, starting, exit.words());
        } else if (success) {
            turn.put(instance);
            Lives.askAll(turn, instance, starting, turn.spec(instance));
        } else {
            Outcome fault = new Outcome.Fault(exit.words(command), Optional.of(exit));
            if (exit.isWithoutCommand()) {
                Lives.leaderEnded(turn, instance, starting.since(), fault);
            } else {
                // Some of it may be there.
                Lives.beginStop(turn, instance, fault, exit.words(command));
            }
        }
    }

    /** The leader of what is stopping has ended, or everything of it. */
    static void processesEnded(Turn turn, Instance instance, Stopping stopping) {
        turn.put(instance);
        switch (stopping.undoing()) {
            case TO_COME -> {
                turn.put(instance.with(stopping.with(Undoing.UNDER_WAY), instance.detail()));
                turn.act(new Action.RunStopCommand(instance.id(), instance.run()));
            }
            case UNDER_WAY -> {}
            case OVER -> {
                if (instance.left() == Left.NOTHING) {
                    Lives.ended(turn, instance, stopping.then(), stopping.startedAt());
                }
            }
        }
    }

    static void stopCommandEnded(Turn turn, Instance instance) {
        if (instance.state() instanceof Stopping stopping && stopping.undoing() == Undoing.UNDER_WAY) {
            if (instance.left() != Left.NOTHING) {
                turn.act(new Action.Signal(instance.id(), instance.run(), turn.spec(instance).stopSignal()));
            }
            Stopping undone = stopping.with(Undoing.OVER);
            processesEnded(turn, instance.with(undone, instance.detail()), undone);
        }
    }
}
