package dev.brummer.config;

import dev.brummer.config.source.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kinds of checks, sinks and log parsers there are, which the file is checked for. Immutable.
 *
 * @param broken names of jars that hold a plugin which cannot be used, for who asks for one that is not there
 * @param diagnostics what is wrong with the plugins themselves
 */
public record KnownPlugins(
        List<PluginDescriptor> checks,
        List<PluginDescriptor> sinks,
        List<PluginDescriptor> parsers,
        List<String> broken,
        List<Diagnostic> diagnostics) {
    public KnownPlugins {
        checks = List.copyOf(checks);
        sinks = List.copyOf(sinks);
        parsers = List.copyOf(parsers);
        broken = List.copyOf(broken);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Checks and sinks that nothing is wrong with. */
    public KnownPlugins(List<PluginDescriptor> checks, List<PluginDescriptor> sinks) {
        this(checks, sinks, List.of(), List.of(), List.of());
    }

    Map<String, PluginDescriptor> checksById() {
        return byId(checks);
    }

    Map<String, PluginDescriptor> sinksById() {
        return byId(sinks);
    }

    Map<String, PluginDescriptor> parsersById() {
        return byId(parsers);
    }

    /** All of them by id; what is of several kinds has the options of all. */
    public Map<String, PluginDescriptor> byId() {
        List<PluginDescriptor> all = new ArrayList<>(checks);
        all.addAll(sinks);
        all.addAll(parsers);
        return byId(all);
    }

    private static Map<String, PluginDescriptor> byId(List<PluginDescriptor> plugins) {
        Map<String, PluginDescriptor> byId = new LinkedHashMap<>();
        for (PluginDescriptor plugin : plugins) {
            byId.merge(plugin.id(), plugin, PluginDescriptor::and);
        }
        return byId;
    }
}
