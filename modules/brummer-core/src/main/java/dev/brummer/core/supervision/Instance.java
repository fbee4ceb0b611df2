package dev.brummer.core.supervision;

import dev.brummer.spi.InstanceId;
import java.util.Optional;

/**
 * One instance and its history as far as decisions need it. Immutable.
 *
 * @param run the number of its latest run; 0 before the first
 * @param restarts how often the policy has restarted it without a run that lived long enough in between
 * @param stop the reason somebody gave for its end, from the request until the next start
 * @param detail what the latest state change said
 * @param left what is left of the processes of its latest run, as long as it is alive
 */
public record Instance(
        InstanceId id, InstanceState state, int run, int restarts, Optional<String> stop, String detail, Left left) {
    /** What is left of a run's processes. */
    public enum Left {
        /** It has not ended, or has not begun. */
        ALL,
        /** Its leader has ended. */
        OTHERS,
        /** No process, though what they started elsewhere may live on. */
        NOTHING;

        static Left afterLeader(boolean treeGone) {
            return treeGone ? NOTHING : OTHERS;
        }
    }

    static Instance pending(InstanceId id, int earlierRuns) {
        return new Instance(id, new InstanceState.Pending(), earlierRuns, 0, Optional.empty(), "not asked for yet", Left.ALL);
    }

    Instance with(InstanceState next, String reason) {
        return new Instance(id, next, run, restarts, stop, reason, left);
    }

    Instance nextRun() {
        return new Instance(id, state, run + 1, restarts, stop, detail, Left.ALL);
    }

    Instance withRestarts(int count) {
        return new Instance(id, state, run, count, stop, detail, left);
    }

    Instance withStop(Optional<String> reason) {
        return new Instance(id, state, run, restarts, reason, detail, left);
    }

    Instance withLeft(Left now) {
        return new Instance(id, state, run, restarts, stop, detail, now);
    }

    /** Whether processes of it, or what they started elsewhere, may be alive. */
    public boolean isAlive() {
        return switch (state) {
            case InstanceState.Starting _,
                    InstanceState.Ready _,
                    InstanceState.Unhealthy _,
                    InstanceState.Stopping _ -> true;
            case InstanceState.Pending _,
                    InstanceState.Waiting _,
                    InstanceState.BackingOff _,
                    InstanceState.Stopped _,
                    InstanceState.Completed _,
                    InstanceState.Failed _ -> false;
        };
    }

    /** Whether it is where its service is meant to get: ready, or a task that completed. */
    public boolean isUp(boolean task) {
        return switch (state) {
            case InstanceState.Ready _ -> true;
            case InstanceState.Completed _ -> task;
            case InstanceState.Pending _,
                    InstanceState.Waiting _,
                    InstanceState.Starting _,
                    InstanceState.Unhealthy _,
                    InstanceState.BackingOff _,
                    InstanceState.Stopping _,
                    InstanceState.Stopped _,
                    InstanceState.Failed _ -> false;
        };
    }
}
