package dev.brummer.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of checks and sinks there are, which the file is checked for. Immutable. */
public record KnownPlugins(List<PluginDescriptor> checks, List<PluginDescriptor> sinks) {
    public KnownPlugins {
        checks = List.copyOf(checks);
        sinks = List.copyOf(sinks);
    }

    Map<String, PluginDescriptor> checksById() {
        return byId(checks);
    }

    Map<String, PluginDescriptor> sinksById() {
        return byId(sinks);
    }

    private static Map<String, PluginDescriptor> byId(List<PluginDescriptor> plugins) {
        Map<String, PluginDescriptor> byId = new LinkedHashMap<>();
        for (PluginDescriptor plugin : plugins) {
            byId.put(plugin.id(), plugin);
        }
        return byId;
    }
}
