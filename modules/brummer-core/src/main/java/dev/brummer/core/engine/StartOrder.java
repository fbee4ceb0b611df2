package dev.brummer.core.engine;

import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param environment the whole environment of the run
 * @param ports the ports it claims, which must be free
 */
public record StartOrder(
        InstanceId instance, int run, CommandLine command, Path folder, Map<String, String> environment, List<Integer> ports) {
    public StartOrder {
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
    }
}
