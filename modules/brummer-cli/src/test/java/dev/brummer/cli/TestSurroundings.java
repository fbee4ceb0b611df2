package dev.brummer.cli;

import dev.brummer.process.Surroundings;
import dev.brummer.process.SystemLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A machine with what a test gives it. */
final class TestSurroundings implements Surroundings {
    private final Map<String, String> outputs = new HashMap<>();
    private final Map<Integer, String> owners = new HashMap<>();
    private SystemLimits limits = new SystemLimits(OptionalLong.of(1024), OptionalLong.of(8192));

    /** Installs a program that prints this when asked for its version; one that hangs if it is empty. */
    TestSurroundings program(String name, String output) {
        outputs.put(name, output);
        return this;
    }

    TestSurroundings port(int port, String owner) {
        owners.put(port, owner);
        return this;
    }

    TestSurroundings limits(long openFiles, long watches) {
        limits = new SystemLimits(OptionalLong.of(openFiles), OptionalLong.of(watches));
        return this;
    }

    @Override
    public Optional<String> programFault(String program, Path folder, Map<String, String> environment) {
        boolean there = outputs.containsKey(program) || (program.contains("/") && Files.exists(folder.resolve(program)));
        return there ? Optional.empty() : Optional.of("command not found: " + program);
    }

    @Override
    public Optional<String> portOwner(int port) {
        return Optional.ofNullable(owners.get(port));
    }

    @Override
    public String output(List<String> words, Path folder, Map<String, String> environment, Duration limit) throws IOException {
        String output = outputs.getOrDefault(words.getFirst(), "");
        if (output.isEmpty()) {
            throw new IOException("'" + String.join(" ", words) + "' did not end within " + limit.toSeconds() + " s");
        }
        return output;
    }

    @Override
    public SystemLimits limits() {
        return limits;
    }
}
