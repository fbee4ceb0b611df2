package dev.brummer.discovery.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The tools that understand what Docker Compose is told, as far as they are there. Immutable. */
final class ComposeTools {
    private static final List<String> PLUGIN_FOLDERS = List.of(
            "/usr/local/lib/docker/cli-plugins", "/usr/local/libexec/docker/cli-plugins", "/usr/lib/docker/cli-plugins",
            "/usr/libexec/docker/cli-plugins", "/opt/homebrew/lib/docker/cli-plugins",
            "/Applications/Docker.app/Contents/Resources/cli-plugins");

    // The first docker-compose was written in Python; what took its name later is no script.
    private static final int FIRST_LINE = 80;
    private static final Pattern FIRST = Pattern.compile("^#!.*python");

    private final Set<Tool> there = EnumSet.noneOf(Tool.class);
    private boolean first;

    /** A tool, in the order in which one stands in for another. */
    enum Tool {
        PLUGIN("docker compose"),
        STANDALONE("docker-compose"),
        PODMAN_STANDALONE("podman-compose"),
        PODMAN("podman compose");

        private final String words;

        Tool(String words) {
            this.words = words;
        }

        /** What one types. */
        String words() {
            return words;
        }

        /** Whether it starts containers without asking an engine. */
        boolean isEngine() {
            return this == PODMAN || this == PODMAN_STANDALONE;
        }
    }

    private ComposeTools() {}

    /** Those that a caller with this environment finds. */
    static ComposeTools of(Map<String, String> environment) {
        ComposeTools tools = new ComposeTools();
        Optional<Path> standalone = onPath("docker-compose", environment);
        tools.look(Tool.STANDALONE, standalone.isPresent());
        tools.first = standalone.filter(ComposeTools::isFirst).isPresent();
        tools.look(Tool.PLUGIN, isOnPath("docker", environment) && hasPlugin(environment));
        tools.look(Tool.PODMAN_STANDALONE, isOnPath("podman-compose", environment));
        boolean provided = tools.there.contains(Tool.STANDALONE) || tools.there.contains(Tool.PODMAN_STANDALONE);
        tools.look(Tool.PODMAN, isOnPath("podman", environment) && provided);
        return tools;
    }

    private void look(Tool tool, boolean found) {
        if (found) {
            there.add(tool);
        }
    }

    /** The tool itself if it is there, else the first that stands in for it. */
    Optional<Tool> inPlaceOf(Tool tool) {
        return there.contains(tool) ? Optional.of(tool) : there.stream().findFirst();
    }

    private static boolean hasPlugin(Map<String, String> environment) {
        List<String> folders = new ArrayList<>(PLUGIN_FOLDERS);
        folders.add(dockerFolder(environment) + "/cli-plugins");
        return folders.stream().anyMatch(folder -> isExecutable(folder, "docker-compose"));
    }

    /** Where the docker command keeps what it is told for good. */
    static String dockerFolder(Map<String, String> environment) {
        return environment.getOrDefault("DOCKER_CONFIG", environment.getOrDefault("HOME", "") + "/.docker");
    }

    /** Whether a tool knows the option {@code --wait}, which came with the second version. */
    boolean waits(Tool tool) {
        return tool != Tool.STANDALONE || !first;
    }

    private static boolean isFirst(Path program) {
        try (InputStream in = Files.newInputStream(program)) {
            return FIRST.matcher(new String(in.readNBytes(FIRST_LINE), StandardCharsets.ISO_8859_1)).find();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isOnPath(String program, Map<String, String> environment) {
        return onPath(program, environment).isPresent();
    }

    private static Optional<Path> onPath(String program, Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        for (String folder : path.split(System.getProperty("path.separator"))) {
            if (isExecutable(folder, program)) {
                return Optional.of(Path.of(folder, program));
            }
        }
        return Optional.empty();
    }

    private static boolean isExecutable(String folder, String program) {
        try {
            Path file = Path.of(folder, program);
            return Files.isRegularFile(file) && Files.isExecutable(file);
        } catch (InvalidPathException none) {
            return false;
        }
    }
}
