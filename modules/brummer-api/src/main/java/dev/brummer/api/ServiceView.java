package dev.brummer.api;

import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A service as it is declared. Immutable.
 *
 * @param stage empty where it has none
 * @param task whether it is meant to end by itself
 * @param folder where it runs; absolute
 * @param aliases other names it goes by
 * @param dependsOn what it waits for, beside its stage
 * @param copies how many of it run
 */
public record ServiceView(
        ServiceId id,
        Optional<String> stage,
        boolean task,
        boolean optional,
        Path folder,
        List<String> aliases,
        List<ServiceId> dependsOn,
        int copies) {
    public ServiceView {
        aliases = List.copyOf(aliases);
        dependsOn = List.copyOf(dependsOn);
    }
}
