package dev.brummer.runtime;

import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.supervision.InstanceState;
import dev.brummer.core.supervision.InstanceState.Starting;
import dev.brummer.core.supervision.InstanceState.Waiting;
import dev.brummer.core.supervision.Waits;
import dev.brummer.core.supervision.Words;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to say about waits that are long: one line for each root, and not for each that waits. First after five seconds,
 * then each time twice as long. Used by the loop's thread.
 */
final class LongWaits {
    private static final Duration LONG = Duration.ofSeconds(5);

    private final StartMemory memory;
    private final Map<InstanceId, Duration> since = new HashMap<>();
    private final Map<InstanceId, Duration> sayNext = new HashMap<>();

    LongWaits(StartMemory memory) {
        this.memory = memory;
    }

    /** The lines that are due. To be called about once a second. */
    List<String> look(Fleet fleet, Duration now) {
        if (fleet.instances().stream().noneMatch(LongWaits::waits)) {
            since.clear();
            sayNext.clear();
            return List.of();
        }
        Map<InstanceId, Set<InstanceId>> heldUp = new Waits(fleet).heldUp();
        List<String> lines = new ArrayList<>();
        since.keySet().removeIf(root -> !fleet.has(root) || !isAwaited(fleet.instance(root), heldUp));
        for (Instance instance : fleet.instances()) {
            if (isAwaited(instance, heldUp)) {
                Duration begin = since.computeIfAbsent(instance.id(), id -> begin(fleet.instance(id), now));
                Duration waited = now.minus(begin);
                if (waited.compareTo(sayNext.getOrDefault(instance.id(), LONG)) >= 0) {
                    sayNext.put(instance.id(), waited.multipliedBy(2));
                    lines.add(line(instance, heldUp.getOrDefault(instance.id(), Set.of()), waited));
                }
            } else {
                sayNext.remove(instance.id());
            }
        }
        return lines;
    }

    private static boolean waits(Instance instance) {
        return instance.state() instanceof Starting || instance.state() instanceof Waiting;
    }

    private static boolean isAwaited(Instance instance, Map<InstanceId, Set<InstanceId>> heldUp) {
        return instance.state() instanceof Starting
                || (heldUp.containsKey(instance.id()) && !instance.state().kind().isOver());
    }

    private static Duration begin(Instance instance, Duration now) {
        return instance.state() instanceof Starting starting ? starting.since() : now;
    }

    private String line(Instance root, Set<InstanceId> waiting, Duration waited) {
        String label = root.id().label();
        String why = why(root);
        String usual = memory.usual(root.id().service())
                .map(time -> ", usually " + Words.duration(time))
                .orElse("");
        if (waiting.isEmpty()) {
            return label + " is starting for " + Words.duration(rounded(waited)) + usual + why;
        }
        return names(waiting) + " for " + label + why + ", for " + Words.duration(rounded(waited)) + usual;
    }

    private static Duration rounded(Duration time) {
        return Duration.ofSeconds(time.toSeconds());
    }

    private static String names(Set<InstanceId> waiting) {
        String first = waiting.iterator().next().label();
        int others = waiting.size() - 1;
        return switch (others) {
            case 0 -> first + " waits";
            case 1 -> first + " and 1 other wait";
            default -> first + " and " + others + " others wait";
        };
    }

    private static String why(Instance root) {
        Optional<InstanceState.Probe> probe = root.state() instanceof Starting starting
                ? starting.probes().values().stream().findFirst()
                : Optional.empty();
        String state = ", which is " + root.state().kind().word() + ": " + root.detail();
        return probe.map(last -> ": " + last.lastReason() + ", " + ordinal(last.tries()) + " try")
                .orElse(root.state() instanceof Starting ? "" : state);
    }

    static String ordinal(int number) {
        boolean teen = number % 100 >= 11 && number % 100 <= 13;
        String ending = switch (teen ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return number + ending;
    }
}
