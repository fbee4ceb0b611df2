package dev.brummer.core.supervision;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what happens to a fleet. A pure function without state: the same fleet, event and moment give the same
 * decision. {@link Requests} says what follows when somebody asks for something, {@link Lives} what a single run goes
 * through, {@link Settling} what that means for the others, and {@link Exchanging} how a fleet becomes another one.
 */
public final class Supervisor {
    private Supervisor() {}

    /**
     * @param now time since the fleet's start, never less than at an earlier event
     */
    public static Decision decide(Fleet fleet, Event event, Duration now) {
        Turn turn = new Turn(fleet, now);
        switch (event) {
            case Event.Request request -> Requests.take(turn, request);
            case Event.Spawned(var id, var run) -> current(turn, id, run).ifPresent(i -> Lives.spawned(turn, i));
            case Event.SpawnFailed(var id, var run, var reason) ->
                current(turn, id, run).ifPresent(i -> Lives.spawnFailed(turn, i, reason));
            case Event.Exited(var id, var run, var exit, var gone) ->
                current(turn, id, run).ifPresent(i -> Lives.exited(turn, i, exit, gone));
            case Event.TreeGone(var id, var run) -> current(turn, id, run).ifPresent(i -> Lives.treeGone(turn, i));
            case Event.StopCommandEnded(var id, var run, var trouble) ->
                current(turn, id, run).ifPresent(i -> Launches.stopCommandEnded(turn, i, trouble));
            case Event.Answered(var id, var run, var check, var answer, var took) ->
                current(turn, id, run).ifPresent(i -> CheckAnswers.answered(turn, i, check, answer, took));
            case Event.TimerFired(var timer) ->
                current(turn, timer.instance(), timer.run()).ifPresent(i -> Lives.timeIsUp(turn, i, timer.kind()));
        }
        if (!Exchanging.isDue(turn)) {
            Settling.settle(turn);
        }
        return Exchanging.isDue(turn) ? Exchanging.exchanged(turn) : turn.decision();
    }

    private static Optional<Instance> current(Turn turn, InstanceId id, int run) {
        return Optional.of(id).filter(turn.fleet()::has).map(turn::get).filter(instance -> instance.run() == run);
    }

    /**
     * The checks a service must pass before it is ready. Those of a task are about what its command has left behind: no
     * process of its own is there to listen, and nothing to stay healthy unless that lives on.
     */
    public static Set<CheckRef> checksOf(ServiceSpec spec) {
        Set<CheckRef> checks = new LinkedHashSet<>();
        for (int index = 0; index < spec.readiness().size(); index++) {
            checks.add(new CheckRef.Readiness(index));
        }
        if (spec.isTask() && !spec.lasts()) {
            return checks;
        }
        spec.healthcheck().ifPresent(_ -> checks.add(new CheckRef.Health()));
        if (checks.isEmpty() && !spec.ports().isEmpty() && !spec.isTask()) {
            checks.add(new CheckRef.Listening());
        }
        return checks;
    }
}
