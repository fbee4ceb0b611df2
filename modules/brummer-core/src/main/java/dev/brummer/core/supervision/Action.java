package dev.brummer.core.supervision;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.Optional;

/** Something to be done because of a decision. Actions are carried out in order. */
public sealed interface Action {
    /** Start a run; answered by {@link Event.Spawned} or {@link Event.SpawnFailed}. */
    record Start(InstanceId instance, int run, Cause cause) implements Action {}

    /** Send the run's processes a signal. */
    record Signal(InstanceId instance, int run, PosixSignal signal) implements Action {}

    /**
     * Run the service's own way to be stopped, as {@code stop_command} says; answered by {@link Event.StopCommandEnded}.
     */
    record RunStopCommand(InstanceId instance, int run) implements Action {}

    /** Kill every process of the stop command that runs; answered by {@link Event.StopCommandEnded}. */
    record KillStopCommand(InstanceId instance, int run) implements Action {}

    /**
     * Kill every process of the run.
     *
     * @param patient whether there is time to ask what hangs for a last word, as a JVM's thread dump
     */
    record Kill(InstanceId instance, int run, boolean patient) implements Action {}

    /** Make a check after a delay; answered by {@link Event.Answered}. */
    record Ask(InstanceId instance, int run, CheckRef check, Duration delay, Duration timeout) implements Action {}

    /** Forget the run's checks, those under way included. */
    record ForgetChecks(InstanceId instance, int run) implements Action {}

    /** Fire the timer after a delay. */
    record Schedule(Timer timer, Duration delay) implements Action {}

    /** From here on the fleet is that of {@code graph}: what follows goes by it. */
    record Exchanged(StageGraph graph) implements Action {}

    /** Tell the world. */
    record Publish(
            InstanceId instance, int run, ServiceState from, ServiceState to, String reason, Optional<Duration> took)
            implements Action {}
}
