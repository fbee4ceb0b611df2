package dev.brummer.api;

import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param groups names that stand for several services of the project, each with what it stands for
 * @param services those that were started, in the order of the file
 * @param fingerprints of all services of the project, by name: the same wherever a service is declared in the same way;
 *     how it is declared cannot be read from it
 */
public record ProjectView(
        String name,
        Path folder,
        List<String> profiles,
        List<String> stages,
        Map<String, List<ServiceId>> groups,
        long pid,
        Instant began,
        List<ServiceView> services,
        Map<String, String> fingerprints) {
    public ProjectView {
        profiles = List.copyOf(profiles);
        stages = List.copyOf(stages);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        services = List.copyOf(services);
        fingerprints = Map.copyOf(fingerprints);
    }
}
