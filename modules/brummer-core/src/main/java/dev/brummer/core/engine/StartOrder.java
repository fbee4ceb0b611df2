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
 * @param streams what its processes read from and write to
 */
public record StartOrder(
        InstanceId instance,
        int run,
        CommandLine command,
        Path folder,
        Map<String, String> environment,
        List<Integer> ports,
        StreamMode streams) {
    public StartOrder {
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
    }

    /** What to start with pipes. */
    public StartOrder(
            InstanceId instance,
            int run,
            CommandLine command,
            Path folder,
            Map<String, String> environment,
            List<Integer> ports) {
        this(instance, run, command, folder, environment, ports, StreamMode.PIPES);
    }

    /** The same on a terminal. */
    public StartOrder onTerminal() {
        return new StartOrder(instance, run, command, folder, environment, ports, StreamMode.TERMINAL);
    }
}
