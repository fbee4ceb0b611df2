package dev.brummer.discovery.npm;

import dev.brummer.spi.ServiceId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who starts after whom: by stages, and by edges that are only taken in if they close no cycle. For one thread. */
final class StartOrder {
    private final Map<String, Integer> stages = new LinkedHashMap<>();
    private final Map<ServiceId, String> staged = new LinkedHashMap<>();
    private final Map<ServiceId, Set<ServiceId>> edges = new LinkedHashMap<>();

    /** Adds a stage behind those that there are. */
    void stage(String name) {
        stages.putIfAbsent(name, stages.size());
    }

    List<String> stages() {
        return List.copyOf(stages.keySet());
    }

    /** Puts a service into a stage; whether it was in none before. */
    boolean put(ServiceId service, String stage) {
        return staged.putIfAbsent(service, stage) == null;
    }

    Optional<String> stageOf(ServiceId service) {
        return Optional.ofNullable(staged.get(service));
    }

    /** The services that are in a stage. */
    Set<ServiceId> staged() {
        return new LinkedHashSet<>(staged.keySet());
    }

    Set<ServiceId> before(ServiceId service) {
        return edges.getOrDefault(service, Set.of());
    }

    /** Has a service wait for another; false where the other waits for it already. */
    boolean add(ServiceId service, ServiceId earlier) {
        if (service.equals(earlier) || reaches(earlier, service)) {
            return false;
        }
        if (!opensBefore(earlier, service)) {
            edges.computeIfAbsent(service, _ -> new LinkedHashSet<>()).add(earlier);
        }
        return true;
    }

    private boolean opensBefore(ServiceId earlier, ServiceId service) {
        return index(earlier) >= 0 && index(earlier) < index(service);
    }

    private int index(ServiceId service) {
        String stage = staged.get(service);
        return stage == null ? -1 : stages.getOrDefault(stage, -1);
    }

    private boolean reaches(ServiceId from, ServiceId to) {
        Set<ServiceId> seen = new HashSet<>();
        Deque<ServiceId> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            ServiceId next = open.pop();
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(before(next));
                staged.keySet().stream().filter(other -> opensBefore(other, next)).forEach(open::add);
            }
        }
        return false;
    }
}
