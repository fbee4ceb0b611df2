package dev.brummer.core.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * @param paths further folders of plugin jars, absolute
 * @param config options of plugins by plugin id
 * @param disabled ids of the log parsers that are not used
 */
public record PluginSettings(List<Path> paths, Map<String, PluginUse> config, Set<String> disabled) {
    public static final PluginSettings NONE = new PluginSettings(List.of(), Map.of(), Set.of());

    public PluginSettings {
        paths = List.copyOf(paths);
        config = Map.copyOf(config);
        disabled = Set.copyOf(disabled);
    }
}
