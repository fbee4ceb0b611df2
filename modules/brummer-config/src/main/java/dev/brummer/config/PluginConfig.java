package dev.brummer.config;

import dev.brummer.config.keys.PluginKeys;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Section;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.core.model.PluginUse;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code plugins.config}, options that hold for every use of a plugin, and {@code plugins.disabled}. */
final class PluginConfig {
    private final Map<String, PluginDescriptor> plugins;
    private final Map<String, PluginDescriptor> parsers;
    private final List<String> broken;

    PluginConfig(KnownPlugins known) {
        plugins = known.byId();
        parsers = known.parsersById();
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

    /** The ids of the parsers that are not used. */
    Set<String> disabled(@Nullable Section section, Reading reading) {
        List<Located<String>> given = section == null ? List.of() : section.get(PluginKeys.DISABLED, List.of());
        PluginUses uses = new PluginUses("log parser", parsers, broken, Map.of());
        Set<String> disabled = new LinkedHashSet<>();
        for (Located<String> id : given) {
            if (parsers.containsKey(id.value())) {
                disabled.add(id.value());
            } else {
                String message = "there is no log parser '" + id.value() + "'";
                String hint = uses.instead(id.value(), parsers.keySet(), reading);
                reading.faults().error("unknown-plugin", message, id.span(), hint);
            }
        }
        return disabled;
    }
}
