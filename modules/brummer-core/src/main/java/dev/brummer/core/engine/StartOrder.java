package dev.brummer.core.engine;

import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to start.
 *
 * @param environment the whole environment of the run
 * @param ports the ports it claims, which must be free
 * @param streams what its processes read from and write to
 * @param input what is to be read where it reads from a pipe, and then its end; empty for a silent pipe that never ends
 */
public record StartOrder(
        InstanceId instance,
        int run,
        CommandLine command,
        Path folder,
        Map<String, String> environment,
        List<Integer> ports,
        StreamMode streams,
        Optional<String> input) {
    // What every system's pipes hold, so that nobody waits for a reader.
    private static final int LONGEST_INPUT = 16 * 1024;

    public StartOrder {
        if (input.isPresent() && input.get().getBytes(StandardCharsets.UTF_8).length > LONGEST_INPUT) {
            throw new IllegalArgumentException("a pipe may not hold more than " + LONGEST_INPUT + " bytes");
        }
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
        this(instance, run, command, folder, environment, ports, StreamMode.PIPES, Optional.empty());
    }

    /** The same with something to read. */
    public StartOrder reading(String text) {
        return new StartOrder(instance, run, command, folder, environment, ports, StreamMode.PIPES, Optional.of(text));
    }

    /** The same on a terminal. */
    public StartOrder onTerminal() {
        return new StartOrder(instance, run, command, folder, environment, ports, StreamMode.TERMINAL, Optional.empty());
    }

    /** The same with the streams of this process. */
    public StartOrder inForeground() {
        return new StartOrder(instance, run, command, folder, environment, ports, StreamMode.INHERITED, Optional.empty());
    }
}
