package dev.brummer.runtime;

import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.supervision.InstanceState.Stopping;
import dev.brummer.core.supervision.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to say while services take their time to stop: after 2, 5, 10, 20, 40 seconds and so on, what is left and when it
 * is killed. Used by the loop's thread.
 */
final class SlowStops {
    private static final List<Duration> FIRST = List.of(Duration.ofSeconds(2), Duration.ofSeconds(5));
    private static final Duration TEN = Duration.ofSeconds(10);

    private Optional<Duration> begin = Optional.empty();
    private int said;

    /** The line that is due. To be called when an instance begins or ends to stop, and when {@link #next} says so. */
    Optional<String> look(Fleet fleet, Duration now) {
        if (fleet.instances().stream().noneMatch(instance -> instance.state() instanceof Stopping)) {
            begin = Optional.empty();
            said = 0;
            return Optional.empty();
        }
        begin = begin.or(() -> Optional.of(now));
        if (now.compareTo(begin.get().plus(after(said))) < 0) {
            return Optional.empty();
        }
        said++;
        return Optional.of(line(fleet, now));
    }

    /** When there may be something to say; empty while nothing stops. */
    Optional<Duration> next() {
        return begin.map(at -> at.plus(after(said)));
    }

    private static Duration after(int lines) {
        return lines < FIRST.size() ? FIRST.get(lines) : TEN.multipliedBy(1L << Math.min(lines - FIRST.size(), 20));
    }

    private static String line(Fleet fleet, Duration now) {
        Map<String, List<String>> left = new LinkedHashMap<>();
        int later = 0;
        for (Instance instance : fleet.instances()) {
            if (instance.state() instanceof Stopping stopping) {
                left.computeIfAbsent(end(fleet, instance, stopping, now), _ -> new ArrayList<>())
                        .add(instance.id().label());
            } else if (instance.isAlive() && instance.stop().isPresent()) {
                later++;
            }
        }
        List<String> parts = new ArrayList<>();
        left.forEach((end, labels) -> parts.add(Summaries.named(labels) + " (" + end + ")"));
        return "still stopping: " + String.join("; ", parts) + others(later);
    }

    private static String end(Fleet fleet, Instance instance, Stopping stopping, Duration now) {
        if (stopping.killed()) {
            return "killed, and not gone yet";
        }
        Duration grace = fleet.spec(instance.id()).stopGracePeriod();
        Duration rest = stopping.since().plus(grace).minus(now).plusMillis(999);
        return "killed in " + Words.duration(Duration.ofSeconds(Math.max(0, rest.toSeconds())));
    }

    private static String others(int later) {
        return switch (later) {
            case 0 -> "";
            case 1 -> "; 1 other stops after that";
            default -> "; " + later + " others stop after that";
        };
    }
}
