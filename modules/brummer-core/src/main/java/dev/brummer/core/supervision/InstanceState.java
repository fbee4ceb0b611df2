package dev.brummer.core.supervision;

import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where an instance is in its life, with what a decision may need. Moments are durations since the fleet's start. */
public sealed interface InstanceState {
    /** What everybody else calls this state. */
    ServiceState kind();

    record Pending() implements InstanceState {
        @Override
        public ServiceState kind() {
            return ServiceState.PENDING;
        }
    }

    record Waiting(Cause cause) implements InstanceState {
        @Override
        public ServiceState kind() {
            return ServiceState.WAITING;
        }
    }

    /**
     * @param done how the command of a task ended, where that was a success: what it has left behind has to pass its
     *     checks then
     * @param outstanding the checks that have not passed yet
     * @param probes what each check said so far
     */
    record Starting(
            Duration since,
            boolean spawned,
            Optional<Exit> done,
            Set<CheckRef> outstanding,
            Map<CheckRef, Probe> probes)
            implements InstanceState {
        public Starting {
            outstanding = Set.copyOf(outstanding);
            probes = Map.copyOf(probes);
        }

        Starting running() {
            return new Starting(since, true, done, outstanding, probes);
        }

        Starting passed(CheckRef check) {
            Set<CheckRef> left = new HashSet<>(outstanding);
            left.remove(check);
            return new Starting(since, spawned, done, left, probes);
        }

        Starting probed(CheckRef check, Probe probe) {
            Map<CheckRef, Probe> more = new HashMap<>(probes);
            more.put(check, probe);
            return new Starting(since, spawned, done, outstanding, more);
        }

        @Override
        public ServiceState kind() {
            return ServiceState.STARTING;
        }
    }

    /** What a check said while the service starts. */
    record Probe(int tries, String lastReason) {}

    record Ready(Duration startedAt, Duration since, int failuresInARow) implements InstanceState {
        @Override
        public ServiceState kind() {
            return ServiceState.READY;
        }
    }

    record Unhealthy(Duration startedAt, String reason) implements InstanceState {
        @Override
        public ServiceState kind() {
            return ServiceState.UNHEALTHY;
        }
    }

    record BackingOff(String reason) implements InstanceState {
        @Override
        public ServiceState kind() {
            return ServiceState.BACKING_OFF;
        }
    }

    /**
     * @param startedAt when the run that ends was started
     * @param then what comes when nothing of the run is left
     * @param killed whether it was killed
     * @param undoing where its stop command is, if it has one and is a task
     * @param remains what is to be said of what may be left all the same; often empty
     */
    record Stopping(
            Duration startedAt, Duration since, Outcome then, boolean killed, Undoing undoing, String remains)
            implements InstanceState {
        /** The same with another outcome. */
        Stopping with(Outcome other) {
            return new Stopping(startedAt, since, other, killed, undoing, remains);
        }

        /** The same when its stop command begins, which has a grace period of its own. */
        Stopping undoing(Duration now) {
            return new Stopping(startedAt, now, then, false, Undoing.UNDER_WAY, remains);
        }

        /** The same, of which that has to be said. */
        Stopping undone(String left) {
            return new Stopping(startedAt, since, then, killed, Undoing.OVER, left);
        }

        @Override
        public ServiceState kind() {
            return ServiceState.STOPPING;
        }
    }

    record Stopped() implements InstanceState {
        @Override
        public ServiceState kind() {
            return ServiceState.STOPPED;
        }
    }

    record Completed(Exit exit) implements InstanceState {
        @Override
        public ServiceState kind() {
            return ServiceState.COMPLETED;
        }
    }

    record Failed(String reason, Optional<Exit> exit) implements InstanceState {
        @Override
        public ServiceState kind() {
            return ServiceState.FAILED;
        }
    }

    /** How far the stop command is that ends what a task has started. */
    enum Undoing {
        /** It comes once the task itself has ended. */
        TO_COME,
        UNDER_WAY,
        /** It has ended, or there is none: the rest ends by signals. */
        OVER
    }

    /** What an ending run ends in. */
    sealed interface Outcome {
        /** Somebody asked for the end. */
        record Stop(String reason) implements Outcome {}

        /** It is to run again. */
        record Again(Cause cause) implements Outcome {}

        /** It ended, or has to end, by its own fault; the restart policy decides. */
        record Fault(String reason, Optional<Exit> exit) implements Outcome {}

        /** Its leader ended as a success. */
        record Success(Exit exit) implements Outcome {}
    }
}
