package dev.brummer.api;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a fleet was started from. Immutable.
 *
 * @param folder absolute
 * @param profiles those that are active
 * @param stages in the order of the file
 * @param pid the process that supervises it
 * @param began when it began
 * @param services in the order of the file
 */
public record ProjectView(
        String name,
        Path folder,
        List<String> profiles,
        List<String> stages,
        long pid,
        Instant began,
        List<ServiceView> services) {
    public ProjectView {
        profiles = List.copyOf(profiles);
        stages = List.copyOf(stages);
        services = List.copyOf(services);
    }
}
