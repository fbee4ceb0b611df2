package dev.brummer.core.supervision;

import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.supervision.InstanceState.Outcome;
import dev.brummer.core.supervision.InstanceState.Probe;
import dev.brummer.core.supervision.InstanceState.Ready;
import dev.brummer.core.supervision.InstanceState.Starting;
import dev.brummer.core.supervision.InstanceState.Unhealthy;
import dev.brummer.spi.Answer;
import java.time.Duration;
import java.util.Optional;

/** What follows from what a check said. */
final class CheckAnswers {
    private CheckAnswers() {}

    static void answered(Turn turn, Instance instance, CheckRef check, Answer answer, Duration took) {
        switch (instance.state()) {
            case Starting starting -> whileStarting(turn, instance, starting, check, answer, took);
            case Ready ready -> whileReady(turn, instance, ready, answer);
            case Unhealthy sick -> whileUnhealthy(turn, instance, sick, answer);
            case InstanceState.Pending _,
                    InstanceState.Waiting _,
                    InstanceState.BackingOff _,
                    InstanceState.Stopping _,
                    InstanceState.Stopped _,
                    InstanceState.Completed _,
                    InstanceState.Failed _ -> {}
        }
    }

    private static void whileStarting(
            Turn turn, Instance instance, Starting starting, CheckRef check, Answer answer, Duration took) {
        if (!starting.outstanding().contains(check)) {
            return;
        }
        if (answer.isPassing()) {
            Starting next = starting.passed(check);
            turn.put(instance.with(next, instance.detail()));
            if (next.outstanding().isEmpty()) {
                allPassed(turn, turn.get(instance.id()), next, said(answer));
            }
            return;
        }
        int tries = starting.probes().getOrDefault(check, new Probe(0, "")).tries() + 1;
        turn.put(instance.with(starting.probed(check, new Probe(tries, answer.reason())), instance.detail()));
        ServiceSpec spec = turn.spec(instance);
        Duration pause = ProbePace.next(spec, check, tries, turn.now().minus(starting.since()), took);
        turn.act(new Action.Ask(instance.id(), instance.run(), check, pause, ProbePace.timeout(spec, check)));
    }

    private static void allPassed(Turn turn, Instance instance, Starting starting, String reason) {
        starting.done().ifPresentOrElse(
                exit -> Launches.there(turn, instance, starting, exit, exit.words() + ", " + reason),
                () -> Lives.ready(turn, instance, starting, reason));
    }

    private static String said(Answer answer) {
        return answer instanceof Answer.Degraded ? "degraded: " + answer.reason() : answer.reason();
    }

    private static void whileReady(Turn turn, Instance instance, Ready ready, Answer answer) {
        Optional<HealthSpec> health = turn.spec(instance).healthcheck();
        if (health.isEmpty()) {
            return;
        }
        int failures = switch (answer) {
            case Answer.Passing _, Answer.Degraded _ -> 0;
            case Answer.Failing _ -> ready.failuresInARow() + 1;
            case Answer.Unknown _ -> ready.failuresInARow();
        };
        if (failures >= health.get().retries()) {
            unhealthy(turn, instance, ready, answer.reason() + ", " + failures + " times in a row");
            if (turn.get(instance.id()).state() instanceof Unhealthy) {
                askAgain(turn, instance, health.get());
            }
            return;
        }
        if (failures != ready.failuresInARow()) {
            turn.put(instance.with(new Ready(ready.startedAt(), ready.since(), failures), instance.detail()));
        }
        askAgain(turn, instance, health.get());
    }

    private static void unhealthy(Turn turn, Instance instance, Ready ready, String reason) {
        Instance sick = turn.move(instance, new Unhealthy(ready.startedAt(), reason), reason);
        boolean ours = !turn.fleet().isExternal(instance.id());
        if (ours && !(turn.spec(instance).restart() instanceof RestartPolicy.Never)) {
            String why = "unhealthy: " + reason;
            Lives.beginStop(turn, sick, new Outcome.Fault(why, Optional.empty()), why);
        }
    }

    private static void whileUnhealthy(Turn turn, Instance instance, Unhealthy sick, Answer answer) {
        if (answer.isPassing()) {
            turn.move(instance, new Ready(sick.startedAt(), turn.now(), 0), "healthy again: " + said(answer));
        }
        turn.spec(instance).healthcheck().ifPresent(health -> askAgain(turn, instance, health));
    }

    private static void askAgain(Turn turn, Instance instance, HealthSpec health) {
        turn.act(new Action.Ask(
                instance.id(), instance.run(), new CheckRef.Health(), health.interval(), health.timeout()));
    }
}
