package dev.brummer.process;

import dev.brummer.core.engine.StartFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fleet would meet on this machine, found out without starting any of it. */
public interface Surroundings {
    /** What is wrong with a program that is to be run in a folder and environment, for a person; empty for nothing. */
    Optional<String> programFault(String program, Path folder, Map<String, String> environment);

    /**
     * Who listens on a port, for a person; empty if nobody does.
     *
     * @throws IOException if that cannot be found out
     */
    Optional<String> portOwner(int port) throws IOException;

    /**
     * What a program prints when it is run, on both streams.
     *
     * @throws IOException if it cannot be run, or has not ended within the limit; it is killed then
     * @throws InterruptedException if the thread was interrupted; the program is killed then
     */
    String output(List<String> words, Path folder, Map<String, String> environment, Duration limit)
            throws IOException, InterruptedException;

    /** What the system grants to one process or user. */
    SystemLimits limits();

    /** @throws UnsupportedSystemException if services cannot be run here */
    static Surroundings ofThisMachine() {
        PortTable ports = new PortTable(Platform.current());
        return new Surroundings() {
            @Override
            public Optional<String> programFault(String program, Path folder, Map<String, String> environment) {
                try {
                    CommandSearch.find(program, folder, environment);
                    return Optional.empty();
                } catch (StartFailedException e) {
                    return Optional.ofNullable(e.getMessage());
                }
            }

            @Override
            public Optional<String> portOwner(int port) throws IOException {
                return ports.holder(port, _ -> Optional.empty());
            }

            @Override
            public String output(List<String> words, Path folder, Map<String, String> environment, Duration limit)
                    throws IOException, InterruptedException {
                return ProgramOutput.of(words, folder, environment, limit);
            }

            @Override
            public SystemLimits limits() {
                return SystemLimits.read();
            }
        };
    }
}
