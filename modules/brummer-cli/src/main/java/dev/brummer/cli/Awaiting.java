package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.runtime.SystemTime;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Waits until the instances of an account have got to where they are meant to get. For one thread. */
final class Awaiting {
    private static final Duration LOOK = Duration.ofSeconds(20);

    private final Session session;
    private final SystemTime time;
    private final Account account;

    /** @param account is told of each change */
    Awaiting(Session session, SystemTime time, Account account) {
        this.session = session;
        this.time = time;
        this.account = account;
    }

    /**
     * Waits.
     *
     * @param limit how long to wait; empty for as long as it takes
     * @return how far they are: {@code ON_ITS_WAY} where the time ran out
     * @throws SessionException if the session ends meanwhile
     */
    Goal.Progress until(Goal goal, Optional<Duration> limit)
            throws SessionException, InterruptedException {
        Duration begin = time.elapsed();
        while (true) {
            Goal.Progress progress = goal.progress(account.latest(), account.about());
            Duration left = left(limit, begin);
            if (progress != Goal.Progress.ON_ITS_WAY || !left.isPositive()) {
                return progress;
            }
            look(left);
        }
    }

    /**
     * The same where they were asked to start anew: what is still there of the run before does not count.
     *
     * @param before the fleet as it was when that was asked
     */
    Goal.Progress untilAnew(Goal goal, FleetView before, Optional<Duration> limit)
            throws SessionException, InterruptedException {
        Map<InstanceId, Integer> runs = new HashMap<>();
        before.instances().forEach(instance -> runs.put(instance.id(), instance.run()));
        Duration begin = time.elapsed();
        while (!areAnew(account.latest(), account.about(), runs)) {
            Duration left = left(limit, begin);
            if (!left.isPositive()) {
                return Goal.Progress.ON_ITS_WAY;
            }
            look(left);
        }
        return until(goal, limit.map(whole -> whole.minus(time.elapsed().minus(begin))));
    }

    private Duration left(Optional<Duration> limit, Duration begin) {
        return limit.map(whole -> whole.minus(time.elapsed().minus(begin))).orElse(LOOK);
    }

    private void look(Duration left) throws SessionException, InterruptedException {
        account.saw(session.fleetAfter(account.latest().version(), left.compareTo(LOOK) < 0 ? left : LOOK));
    }

    /** Whether each has a run that was not there before, or will have none. */
    private static boolean areAnew(FleetView fleet, Collection<InstanceId> instances, Map<InstanceId, Integer> runs) {
        return fleet.instances().stream()
                .filter(instance -> instances.contains(instance.id()))
                .allMatch(instance -> instance.run() > runs.getOrDefault(instance.id(), 0)
                        || instance.state().isOver());
    }
}
