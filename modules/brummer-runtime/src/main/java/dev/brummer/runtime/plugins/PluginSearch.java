package dev.brummer.runtime.plugins;

import dev.brummer.config.KnownPlugins;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the plugins of a project. Which they are depends on {@code plugins.paths}, so it is asked while the
 * configuration is loaded, when that much of it is known. For one thread.
 */
public final class PluginSearch {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final PluginCatalog bundled = PluginCatalog.bundled();
    private final Map<List<Path>, PluginCatalog> catalogs = new LinkedHashMap<>();
    private final PluginFolders folders;

    /**
     * @param project the project's folder
     * @param environment the caller's, for where a person's own plugins are
     */
    public PluginSearch(Path project, Map<String, String> environment) {
        this.folders = new PluginFolders(project, environment);
    }

    /** The plugins where {@code plugins.paths} names these folders. */
    public KnownPlugins known(List<Path> paths) {
        return catalog(paths).known();
    }

    /** The plugins that the configuration was first loaded with; those of no further folders if it was not. */
    public PluginCatalog found() {
        return catalogs.isEmpty() ? catalog(List.of()) : catalogs.values().iterator().next();
    }

    private PluginCatalog catalog(List<Path> paths) {
        return catalogs.computeIfAbsent(List.copyOf(paths), this::find);
    }

    private PluginCatalog find(List<Path> paths) {
        List<PluginFault> unreadable = new ArrayList<>();
        List<PluginReading.Found> found = new ArrayList<>();
        for (PluginLocation location : folders.locations(paths, unreadable)) {
            found.add(PluginReading.of(location, LONGEST));
        }
        if (!unreadable.isEmpty()) {
            found.add(new PluginReading.Found(List.of(), unreadable));
        }
        return found.isEmpty() ? bundled : bundled.with(found);
    }
}
