package dev.brummer.core.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * @param paths further folders of plugin jars, absolute
 * @param config options of plugins by plugin id
 */
public record PluginSettings(List<Path> paths, Map<String, PluginUse> config) {
    public static final PluginSettings NONE = new PluginSettings(List.of(), Map.of());

    public PluginSettings {
        paths = List.copyOf(paths);
        config = Map.copyOf(config);
    }
}
