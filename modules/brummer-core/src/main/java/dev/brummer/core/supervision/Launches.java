package dev.brummer.core.supervision;

import dev.brummer.core.model.Command;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.supervision.Instance.Left;
import dev.brummer.core.supervision.InstanceState.Completed;
import dev.brummer.core.supervision.InstanceState.Outcome;
import dev.brummer.core.supervision.InstanceState.Starting;
import dev.brummer.core.supervision.InstanceState.Stopping;
import dev.brummer.core.supervision.InstanceState.Undoing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a task goes through whose command leaves something behind on purpose: that has to pass its checks once the command
 * has ended well. If the task has a stop command, what it has started lives on elsewhere, as containers do: it is ready
 * then, and ends by that command, once the task itself has ended.
 */
final class Launches {
    private Launches() {}

    /** The leader of a task has ended, whose work lives on. */
    static void ended(Turn turn, Instance instance, Starting starting, Exit exit) {
        Command command = turn.spec(instance).command();
        if (turn.spec(instance).successExitCodes().contains(exit.code())) {
            done(turn, instance, exit, starting.since());
            return;
        }
        Outcome fault = new Outcome.Fault(exit.words(command), Optional.of(exit));
        if (exit.isWithoutCommand()) {
            Lives.leaderEnded(turn, instance, starting.since(), fault);
        } else {
            // Some of it may be there.
            Lives.beginStop(turn, instance, fault, exit.words(command));
        }
    }

    /** The command of a task has ended well: what it has left behind has to pass its checks. */
    static void done(Turn turn, Instance instance, Exit exit, Duration since) {
        ServiceSpec spec = turn.spec(instance);
        Set<CheckRef> checks = Supervisor.checksOf(spec);
        Starting done = new Starting(since, true, Optional.of(exit), checks, Map.of());
        if (checks.isEmpty()) {
            there(turn, instance, done, exit, exit.words());
            return;
        }
        String reason = exit.words() + ", not ready yet";
        if (instance.state() instanceof Starting) {
            turn.put(instance.with(done, reason));
        } else {
            Instance ignored = turn.move(instance, done, reason);
        }
        // Others of its processes may have taken their time to end, and the timer may have fired meanwhile.
        Duration rest = since.plus(spec.startTimeout()).minus(turn.now());
        turn.act(new Action.Schedule(
                Lives.timer(instance, Timer.Kind.START_TIMEOUT), rest.isNegative() ? Duration.ZERO : rest));
        Lives.askAll(turn, instance, done, spec);
    }

    /** What a task was to bring about is there. */
    static void there(Turn turn, Instance instance, Starting done, Exit exit, String reason) {
        if (turn.spec(instance).lasts()) {
            Lives.ready(turn, instance, done, reason);
        } else {
            turn.move(instance, new Completed(exit), reason, Optional.of(turn.now().minus(done.since())));
        }
    }

    /** The leader of what is stopping has ended, or everything of it. */
    static void processesEnded(Turn turn, Instance instance, Stopping stopping) {
        turn.put(instance);
        switch (stopping.undoing()) {
            case TO_COME -> {
                turn.put(instance.with(stopping.undoing(turn.now()), instance.detail()));
                turn.act(new Action.RunStopCommand(instance.id(), instance.run()));
                turn.act(new Action.Schedule(
                        Lives.timer(instance, Timer.Kind.GRACE_PERIOD), turn.spec(instance).stopGracePeriod()));
            }
            case UNDER_WAY -> {}
            case OVER -> {
                if (instance.left() == Left.NOTHING) {
                    Endings.ended(turn, instance, stopping.then(), stopping.startedAt());
                }
            }
        }
    }

    static void stopCommandEnded(Turn turn, Instance instance, Optional<String> trouble) {
        if (instance.state() instanceof Stopping stopping && stopping.undoing() == Undoing.UNDER_WAY) {
            if (instance.left() != Left.NOTHING && !stopping.killed()) {
                turn.act(new Action.Signal(instance.id(), instance.run(), turn.spec(instance).stopSignal()));
            }
            Optional<String> why = stopping.killed() ? Optional.of("was killed") : trouble;
            Stopping undone =
                    stopping.undone(why.map(words -> remains(turn.spec(instance), words)).orElse(""));
            processesEnded(turn, instance.with(undone, instance.detail()), undone);
        }
    }

    /** What becomes of what is killed: a person does not wait for a stop command that has not begun. */
    static Stopping killed(Turn turn, Instance instance, String reason, boolean patient) {
        Duration startedAt = Lives.startedAt(turn, instance);
        String notRun = turn.spec(instance).lasts() ? remains(turn.spec(instance), "was not run") : "";
        Outcome stop = new Outcome.Stop(reason);
        if (!(instance.state() instanceof Stopping stopping)) {
            return new Stopping(startedAt, turn.now(), stop, true, Undoing.OVER, notRun);
        }
        if (patient) {
            return new Stopping(
                    startedAt, stopping.since(), stopping.then(), true, stopping.undoing(), stopping.remains());
        }
        boolean dropped = stopping.undoing() == Undoing.TO_COME;
        return new Stopping(
                startedAt,
                stopping.since(),
                stop,
                true,
                dropped ? Undoing.OVER : stopping.undoing(),
                dropped ? notRun : stopping.remains());
    }

    private static String remains(ServiceSpec spec, String trouble) {
        return "; its stop_command " + trouble + ", so what it started may still be there; this ends it: "
                + spec.endedByHand().orElseThrow();
    }
}
