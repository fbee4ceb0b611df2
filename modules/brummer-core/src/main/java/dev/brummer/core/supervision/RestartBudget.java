package dev.brummer.core.supervision;

import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.model.ServiceSpec;
import java.time.Duration;
import java.util.SplittableRandom;

/** Whether a service that ended is started again, and when. */
final class RestartBudget {
    /** A policy without a limit of its own gives up after this many runs in a row that were too short. */
    static final int CRASH_LOOP = 10;

    private static final double JITTER = 0.1;

    private RestartBudget() {}

    /** What the policy says. */
    sealed interface Verdict {
        /** @param restarts how many restarts in a row that makes */
        record Restart(int restarts, Duration delay) implements Verdict {}

        /** @param why empty where the policy never restarts */
        record GiveUp(String why) implements Verdict {}
    }

    /**
     * @param lived how long the run that ended was alive
     * @param success whether it ended with a success code
     */
    static Verdict judge(ServiceSpec spec, Instance instance, Duration lived, boolean success) {
        boolean wanted = switch (spec.restart()) {
            case RestartPolicy.Never _ -> false;
            case RestartPolicy.OnFailure _ -> !success;
            case RestartPolicy.Always _, RestartPolicy.UnlessStopped _ -> true;
        };
        if (!wanted) {
            return new Verdict.GiveUp("");
        }
        // A run that outlives resetAfter earns a fresh budget; else one crash a day would end in Failed.
        int before = lived.compareTo(spec.backoff().resetAfter()) >= 0 ? 0 : instance.restarts();
        int limit = spec.restart() instanceof RestartPolicy.OnFailure(var own) ? own.orElse(CRASH_LOOP) : CRASH_LOOP;
        if (before >= limit) {
            return new Verdict.GiveUp("gave up after " + (limit == 1 ? "1 restart" : limit + " restarts"));
        }
        return new Verdict.Restart(before + 1, jittered(spec.backoff().delay(before + 1), instance));
    }

    /** Up to a tenth longer, so that services that fell together do not rise together; the same for the same life. */
    private static Duration jittered(Duration delay, Instance instance) {
        double share = new SplittableRandom(31L * instance.id().label().hashCode() + instance.run()).nextDouble(JITTER);
        return delay.plusNanos((long) (delay.toNanos() * share));
    }
}
