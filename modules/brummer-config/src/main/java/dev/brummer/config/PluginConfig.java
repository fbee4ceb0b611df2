package dev.brummer.config;

import dev.brummer.config.keys.PluginKeys;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Section;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.core.model.PluginUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code plugins.config}: options that hold for every use of a plugin. */
final class PluginConfig {
    private final Map<String, PluginDescriptor> plugins;
    private final List<String> broken;

    PluginConfig(KnownPlugins known) {
        plugins = known.byId();
        broken = known.broken();
    }

    Map<String, PluginUse> read(@Nullable Section section, Reading reading) {
        Mapping config = section == null ? null : section.get(PluginKeys.CONFIG);
        if (config == null) {
            return Map.of();
        }
        PluginUses uses = new PluginUses("plugin", plugins, broken, Map.of());
        Map<String, PluginUse> read = new LinkedHashMap<>();
        for (Entry entry : config.entries().values()) {
            String id = entry.key().text();
            PluginDescriptor plugin = plugins.get(id);
            if (plugin == null) {
                String message = "there is no plugin '" + id + "'";
                String hint = uses.instead(id, plugins.keySet(), reading);
                reading.faults().error("unknown-plugin", message, entry.key().span(), hint);
            } else {
                read.put(id, new PluginUse(id, uses.options(plugin, entry, reading)));
            }
        }
        return read;
    }
}
