package dev.brummer.core.supervision;

import dev.brummer.spi.Answer;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.Set;

/** Something that happened to a fleet. What concerns a run that is over is ignored. */
public sealed interface Event {
    /** Somebody wants these instances to run. */
    record StartAsked(Set<InstanceId> instances, Cause cause) implements Event {}

    /** Somebody wants these instances to end, dependents first. */
    record StopAsked(Set<InstanceId> instances, String reason) implements Event {}

    /** Somebody wants these instances to end at once, without a grace period. */
    record KillAsked(Set<InstanceId> instances, String reason) implements Event {}

    /**
     * Somebody wants this instance to end and to start again.
     *
     * @param detail what exactly caused it, in words that follow "restart:"; empty where the cause says it all
     */
    record RestartAsked(InstanceId instance, Cause cause, String detail) implements Event {
        public RestartAsked(InstanceId instance, Cause cause) {
            this(instance, cause, "");
        }
    }

    /** The run's leader runs. */
    record Spawned(InstanceId instance, int run) implements Event {}

    /** The run could not be started; nothing of it runs. */
    record SpawnFailed(InstanceId instance, int run, String reason) implements Event {}

    /** The run's leader ended. {@code treeGone} says whether nothing else of the run is left. */
    record Exited(InstanceId instance, int run, Exit exit, boolean treeGone) implements Event {}

    /** Nothing of the run is left, after its leader had ended before. */
    record TreeGone(InstanceId instance, int run) implements Event {}

    /** A check answered. {@code took} says how long that took. */
    record Answered(InstanceId instance, int run, CheckRef check, Answer answer, Duration took) implements Event {}

    record TimerFired(Timer timer) implements Event {}
}
