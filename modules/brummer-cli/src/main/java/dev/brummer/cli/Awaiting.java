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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Waits until instances have got to where they are meant to get, and tells of what they come through. For one thread. */
final class Awaiting {
    private static final Duration LOOK = Duration.ofSeconds(20);

    private final Session session;
    private final SystemTime time;
    private final Consumer<String> told;
    private final Map<InstanceId, String> known = new HashMap<>();

    /** @param told gets a line for each change */
    Awaiting(Session session, SystemTime time, Consumer<String> told) {
        this.session = session;
        this.time = time;
        this.told = told;
    }

    /**
     * Waits.
     *
     * @param from the fleet as it is; changes since then are told
     * @param limit how long to wait; empty for as long as it takes
     * @return how far they are: {@code ON_ITS_WAY} where the time ran out
     * @throws SessionException if the session ends meanwhile
     */
    Goal.Progress until(Goal goal, Collection<InstanceId> instances, FleetView from, Optional<Duration> limit)
            throws SessionException, InterruptedException {
        from.instances().forEach(instance -> known.put(instance.id(), words(instance)));
        Duration begin = time.elapsed();
        FleetView fleet = from;
        while (true) {
            Goal.Progress progress = goal.progress(fleet, instances);
            Duration left = limit.map(whole -> whole.minus(time.elapsed().minus(begin))).orElse(LOOK);
            if (progress != Goal.Progress.ON_ITS_WAY || !left.isPositive()) {
                return progress;
            }
            fleet = session.fleetAfter(fleet.version(), left.compareTo(LOOK) < 0 ? left : LOOK);
            tell(fleet.instances());
        }
    }

    /**
     * The same for instances that were asked to start anew: what is still there of the run before does not count.
     *
     * @param before the fleet as it was when that was asked
     */
    Goal.Progress untilAnew(
            Goal goal, Collection<InstanceId> instances, FleetView before, FleetView from, Optional<Duration> limit)
            throws SessionException, InterruptedException {
        Map<InstanceId, Integer> runs = new HashMap<>();
        before.instances().forEach(instance -> runs.put(instance.id(), instance.run()));
        from.instances().forEach(instance -> known.put(instance.id(), words(instance)));
        Duration begin = time.elapsed();
        FleetView fleet = from;
        while (!areAnew(fleet, instances, runs)) {
            Duration left = limit.map(whole -> whole.minus(time.elapsed().minus(begin))).orElse(LOOK);
            if (!left.isPositive()) {
                return Goal.Progress.ON_ITS_WAY;
            }
            fleet = session.fleetAfter(fleet.version(), left.compareTo(LOOK) < 0 ? left : LOOK);
            tell(fleet.instances());
        }
        return until(goal, instances, fleet, limit.map(whole -> whole.minus(time.elapsed().minus(begin))));
    }

    /** Whether each has a run that was not there before, or will have none. */
    private static boolean areAnew(FleetView fleet, Collection<InstanceId> instances, Map<InstanceId, Integer> runs) {
        return fleet.instances().stream()
                .filter(instance -> instances.contains(instance.id()))
                .allMatch(instance -> instance.run() > runs.getOrDefault(instance.id(), 0)
                        || instance.state().isOver());
    }

    private void tell(List<InstanceView> instances) {
        for (InstanceView instance : instances) {
            String words = words(instance);
            if (!words.equals(known.put(instance.id(), words))) {
                told.accept(instance.id().label() + " " + words);
            }
        }
    }

    private static String words(InstanceView instance) {
        return instance.state().word() + (instance.reason().isEmpty() ? "" : ": " + instance.reason());
    }
}
