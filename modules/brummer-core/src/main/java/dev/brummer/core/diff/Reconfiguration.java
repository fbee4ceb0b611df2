package dev.brummer.core.diff;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a fleet that runs by one reading of its project would have to do to run by another. Immutable; holds no value of
 * an environment variable.
 *
 * @param added services that are new
 * @param removed services that are gone
 * @param changed what is different of each service that is not what it was
 * @param unchanged services of which nothing is different
 * @param stages whether the stages, or their order, are others; that takes effect at once
 * @param newStart what is different beside the services and takes a new start of Brummer, as {@code sinks}
 */
public record Reconfiguration(
        Set<ServiceId> added,
        Set<ServiceId> removed,
        Map<ServiceId, List<Change>> changed,
        Set<ServiceId> unchanged,
        boolean stages,
        List<String> newStart) {
    private static final int NAMED = 8;

    public Reconfiguration {
        added = Collections.unmodifiableSet(new LinkedHashSet<>(added));
        removed = Collections.unmodifiableSet(new LinkedHashSet<>(removed));
        changed = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
        unchanged = Collections.unmodifiableSet(new LinkedHashSet<>(unchanged));
        newStart = List.copyOf(newStart);
    }

    /**
     * @param running the services that the fleet has, of {@code before}
     * @param wanted those that it should have, of {@code after}
     */
    public static Reconfiguration between(Project before, StageGraph running, Project after, StageGraph wanted) {
        Differences differences = new Differences(before, after);
        Set<ServiceId> removed = new LinkedHashSet<>(running.services().keySet());
        removed.removeAll(wanted.services().keySet());
        Set<ServiceId> added = new LinkedHashSet<>();
        Map<ServiceId, List<Change>> changed = new LinkedHashMap<>();
        Set<ServiceId> unchanged = new LinkedHashSet<>();
        wanted.services().forEach((id, spec) -> {
            ServiceSpec old = running.services().get(id);
            if (old == null) {
                added.add(id);
                return;
            }
            List<Change> changes = differences.of(old, spec);
            if (changes.isEmpty()) {
                unchanged.add(id);
            } else {
                changed.put(id, changes);
            }
        });
        boolean stages = !List.copyOf(before.stages().entrySet()).equals(List.copyOf(after.stages().entrySet()));
        return new Reconfiguration(added, removed, changed, unchanged, stages, newStart(before, after));
    }

    private static List<String> newStart(Project before, Project after) {
        List<String> keys = new ArrayList<>();
        for (Beside beside : Beside.values()) {
            if (beside.takesNewStart() && !beside.value(before).equals(beside.value(after))) {
                keys.add(beside.key());
            }
        }
        return keys;
    }

    /** The services whose runs have seen what is not so any more. */
    public Set<ServiceId> restarted() {
        return changedWhere(changes -> changes.stream().anyMatch(Change::restarts));
    }

    /** The services that are not what they were, in ways that their runs need not end for. */
    public Set<ServiceId> adjusted() {
        return changedWhere(changes -> changes.stream().noneMatch(Change::restarts));
    }

    private Set<ServiceId> changedWhere(Predicate<List<Change>> which) {
        return changed.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether nothing is different at all. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && !stages && newStart.isEmpty();
    }

    /** In one line, for a person: {@code restarts auth (command); starts mail; stops legacy}. */
    public String words() {
        List<String> parts = new ArrayList<>();
        add(parts, "restarts ", told(restarted()));
        add(parts, "starts ", names(added));
        add(parts, "stops ", names(removed));
        add(parts, "changes without a restart: ", told(adjusted()));
        if (stages) {
            parts.add("stages are others");
        }
        if (!newStart.isEmpty()) {
            parts.add(String.join(", ", newStart) + (newStart.size() == 1 ? " takes" : " take") + " a new start of brum");
        }
        return parts.isEmpty() ? "nothing is different" : String.join("; ", parts);
    }

    private static void add(List<String> parts, String what, List<String> services) {
        if (!services.isEmpty()) {
            int more = services.size() - NAMED;
            List<String> shown = services.subList(0, Math.min(NAMED, services.size()));
            parts.add(what + String.join(", ", shown) + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private static List<String> names(Collection<ServiceId> services) {
        return services.stream().map(ServiceId::name).toList();
    }

    private List<String> told(Set<ServiceId> services) {
        return services.stream().map(id -> id + " (" + what(changed.getOrDefault(id, List.of())) + ")").toList();
    }

    private static String what(List<Change> changes) {
        List<String> shown = new ArrayList<>();
        changes.stream().limit(3).forEach(change -> shown.add(change.what()));
        if (changes.size() > 3) {
            shown.add("…");
        }
        return String.join(", ", shown);
    }
}
