package dev.brummer.runtime.plugins;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folders in which plugins are looked for: a jar in one is a plugin, and so is a folder of jars in one. Folders
 * that are not there cost a question to the system each. Immutable.
 */
final class PluginFolders {
    private final Path project;
    private final Optional<Path> home;
    private final Optional<Path> config;

    /**
     * @param project the project's folder
     * @param environment the caller's, for where a person's own plugins are
     */
    PluginFolders(Path project, Map<String, String> environment) {
        this.project = project.toAbsolutePath().normalize();
        this.home = absolute(environment.get("HOME"));
        this.config = absolute(environment.get("XDG_CONFIG_HOME")).or(() -> home.map(own -> own.resolve(".config")));
    }

    // What is not absolute is to be ignored, says the XDG base directory specification.
    private static Optional<Path> absolute(@Nullable String path) {
        try {
            return Optional.ofNullable(path).filter(text -> !text.isEmpty()).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * The plugins in the project's folder, in the person's, and in further ones, each once.
     *
     * @param unreadable told of folders that cannot be read
     */
    List<PluginLocation> locations(List<Path> further, List<PluginFault> unreadable) {
        List<Path> folders = new ArrayList<>(List.of(project.resolve(".brummer/plugins")));
        config.ifPresent(own -> folders.add(own.resolve("brummer/plugins")));
        folders.addAll(further);
        Map<Path, PluginLocation> found = new LinkedHashMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                look(folder, found, unreadable);
            }
        }
        return List.copyOf(found.values());
    }

    private void look(Path folder, Map<Path, PluginLocation> found, List<PluginFault> unreadable) {
        for (Path each : children(folder, unreadable)) {
            List<Path> jars = isJar(each) ? List.of(each)
                    : Files.isDirectory(each)
                            ? children(each, unreadable).stream().filter(PluginFolders::isJar).toList()
                            : List.of();
            if (!jars.isEmpty()) {
                found.putIfAbsent(real(each), new PluginLocation(name(each), jars));
            }
        }
    }

    private List<Path> children(Path folder, List<PluginFault> unreadable) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(children::add);
        } catch (IOException | DirectoryIteratorException e) {
            var words = new PluginFault.Words("cannot be read: " + e.getMessage(), "make it readable");
            unreadable.add(PluginFault.broken(new Plugin(name(folder), "", Plugin.BUNDLED.loader()), words));
        }
        children.sort(null);
        return children;
    }

    private static boolean isJar(Path path) {
        return path.toString().endsWith(".jar") && !Files.isDirectory(path);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // Reading it will fail too, and says why.
            return path;
        }
    }

    private String name(Path path) {
        if (path.startsWith(project)) {
            return project.relativize(path).toString();
        }
        return home.filter(path::startsWith).map(own -> "~/" + own.relativize(path)).orElse(path.toString());
    }
}
