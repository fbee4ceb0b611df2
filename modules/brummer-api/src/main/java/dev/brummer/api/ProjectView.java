package dev.brummer.api;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a fleet was started from. Immutable.
 *
 * @param folder absolute
 * @param profiles those that are active
 * @param stages in the order of the file
 * @param pid the process that supervises it
 * @param began when it began
 * @param services those that were started, in the order of the file
 * @param fingerprints of all services of the project, by name: the same wherever a service is declared in the same way;
 *     how it is declared cannot be read from it
 */
public record ProjectView(
        String name,
        Path folder,
        List<String> profiles,
        List<String> stages,
        long pid,
        Instant began,
        List<ServiceView> services,
        Map<String, String> fingerprints) {
    public ProjectView {
        profiles = List.copyOf(profiles);
        stages = List.copyOf(stages);
        services = List.copyOf(services);
        fingerprints = Map.copyOf(fingerprints);
    }
}
