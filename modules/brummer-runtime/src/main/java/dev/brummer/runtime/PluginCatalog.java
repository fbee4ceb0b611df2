package dev.brummer.runtime;

import dev.brummer.config.PluginDescriptor;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OutputSinkFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The plugins there are, found by {@link ServiceLoader} on the class path. Immutable once made. */
public final class PluginCatalog {
    private final Map<String, HealthCheckFactory> checks = new LinkedHashMap<>();
    private final Map<String, OutputSinkFactory> sinks = new LinkedHashMap<>();
    private final Map<String, LogParserFactory> parsers = new LinkedHashMap<>();

    /** Looks for them. */
    public PluginCatalog() {
        ServiceLoader.load(HealthCheckFactory.class).forEach(factory -> checks.put(factory.id(), factory));
        ServiceLoader.load(OutputSinkFactory.class).forEach(factory -> sinks.put(factory.id(), factory));
        ServiceLoader.load(LogParserFactory.class).forEach(factory -> parsers.put(factory.id(), factory));
    }

    /** The kinds of checks, as the configuration decodes them. */
    public List<PluginDescriptor> checkDescriptors() {
        return checks.values().stream()
                .map(f -> new PluginDescriptor(f.id(), f.description(), f.options(), Optional.of(f.scalarOption())))
                .toList();
    }

    /** The kinds of sinks, as the configuration decodes them. */
    public List<PluginDescriptor> sinkDescriptors() {
        return sinks.values().stream()
                .map(f -> new PluginDescriptor(f.id(), f.description(), f.options(), Optional.empty()))
                .toList();
    }

    /** The kinds of log parsers, all of which are used. */
    List<LogParserFactory> parsers() {
        return List.copyOf(parsers.values());
    }

    HealthCheckFactory check(String kind) {
        return known(checks, kind);
    }

    /** The kind of sinks of that name, which the configuration was checked for or Brummer itself brings. */
    public OutputSinkFactory sink(String kind) {
        return known(sinks, kind);
    }

    List<OptionSpec> sinkOptions(String kind) {
        return sink(kind).options();
    }

    private static <T> T known(Map<String, T> factories, String kind) {
        T factory = factories.get(kind);
        if (factory == null) {
            throw new IllegalStateException("no plugin '" + kind + "', though the configuration was checked for it");
        }
        return factory;
    }
}
