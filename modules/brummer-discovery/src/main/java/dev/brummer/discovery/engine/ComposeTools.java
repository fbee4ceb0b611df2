package dev.brummer.discovery.engine;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tools that understand what Docker Compose is told, as far as they are there. Immutable. */
final class ComposeTools {
    private static final List<String> PLUGIN_FOLDERS = List.of(
            "/usr/local/lib/docker/cli-plugins", "/usr/local/libexec/docker/cli-plugins", "/usr/lib/docker/cli-plugins",
            "/usr/libexec/docker/cli-plugins", "/opt/homebrew/lib/docker/cli-plugins",
            "/Applications/Docker.app/Contents/Resources/cli-plugins");

    private final Set<Tool> there = EnumSet.noneOf(Tool.class);

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
        tools.look(Tool.STANDALONE, isOnPath("docker-compose", environment));
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

    private static boolean isOnPath(String program, Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        for (String folder : path.split(System.getProperty("path.separator"))) {
            if (isExecutable(folder, program)) {
                return true;
            }
        }
        return false;
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
