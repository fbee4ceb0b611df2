package dev.brummer.api;

import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Map;

/**
 * What another reading of the configuration changes in a fleet. Immutable; holds no value of an environment variable.
 *
 * @param added services that are new
 * @param removed services that are gone
 * @param restarted the names of services that start anew, and why, as the keys that are different
 * @param adjusted the names of services that change without that, and how
 * @param stages whether the stages are others
 * @param newStart what is different and takes effect with the next start of Brummer alone, as {@code sinks}
 * @param words all of it in one line for a person
 */
public record ReloadView(
        List<ServiceId> added,
        List<ServiceId> removed,
        Map<String, List<String>> restarted,
        Map<String, List<String>> adjusted,
        boolean stages,
        List<String> newStart,
        String words) {
    public ReloadView {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        restarted = Map.copyOf(restarted);
        adjusted = Map.copyOf(adjusted);
        newStart = List.copyOf(newStart);
    }

    /** Whether nothing is different. */
    public boolean isEmpty() {
        return added.isEmpty()
                && removed.isEmpty()
                && restarted.isEmpty()
                && adjusted.isEmpty()
                && !stages
                && newStart.isEmpty();
    }
}
