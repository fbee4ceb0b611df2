package dev.brummer.core.supervision;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.spi.Answer;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Something that happened to a fleet. What concerns a run that is over, or an instance that is gone, is ignored. */
public sealed interface Event {
    /** Something that somebody asks for, a person or Brummer itself. */
    sealed interface Request extends Event {}

    /** Somebody wants these instances to run. Those that do, do so on. */
    record StartAsked(Set<InstanceId> instances, Cause cause) implements Request {}

    /** Somebody wants these instances to end, dependents first; the fleet goes on, and they may be started again. */
    record StopAsked(Set<InstanceId> instances, String reason) implements Request {}

    /** Somebody wants these instances to end at once, without a grace period. */
    record KillAsked(Set<InstanceId> instances, String reason) implements Request {}

    /**
     * Somebody wants this instance to end and to start again.
     *
     * @param detail what exactly caused it, in words that follow "restart:"; empty where the cause says it all
     */
    record RestartAsked(InstanceId instance, Cause cause, String detail) implements Request {
        public RestartAsked(InstanceId instance, Cause cause) {
            this(instance, cause, "");
        }
    }

    /**
     * Somebody wants these instances to end and to start again with all that runs and waits for them: what waits for
     * others stops first, and starts last.
     *
     * @param reason why they stop
     */
    record RestartTogetherAsked(Set<InstanceId> instances, Cause cause, String reason) implements Request {}

    /**
     * The fleet is to be that of another graph. Of what is under way already for an earlier request of the kind, the
     * stops are finished; then the newest graph counts.
     *
     * @param graph what the fleet is to have
     * @param anew services of it that are declared in another way than what runs, and have to start anew for it
     * @param cause why instances start because of it
     */
    record ReconfigureAsked(StageGraph graph, Set<ServiceId> anew, Cause cause) implements Request {}

    /**
     * The fleet is to end, dependents first. Nothing starts from then on.
     *
     * @param kill whether it is to end at once, without a grace period
     */
    record EndAsked(String reason, boolean kill) implements Request {}

    /** The run's leader runs. */
    record Spawned(InstanceId instance, int run) implements Event {}

    /** The run could not be started; nothing of it runs. */
    record SpawnFailed(InstanceId instance, int run, String reason) implements Event {}

    /** The run's leader ended. {@code treeGone} says whether nothing else of the run is left. */
    record Exited(InstanceId instance, int run, Exit exit, boolean treeGone) implements Event {}

    /** Nothing of the run is left, after its leader had ended before. */
    record TreeGone(InstanceId instance, int run) implements Event {}

    /**
     * Nothing is left of the stop command of the run, which {@link Action.RunStopCommand} asked for.
     *
     * @param trouble why it may not have done what it is for; empty where it ended with 0
     */
    record StopCommandEnded(InstanceId instance, int run, Optional<String> trouble) implements Event {}

    /** A check answered. {@code took} says how long that took. */
    record Answered(InstanceId instance, int run, CheckRef check, Answer answer, Duration took) implements Event {}

    record TimerFired(Timer timer) implements Event {}
}
