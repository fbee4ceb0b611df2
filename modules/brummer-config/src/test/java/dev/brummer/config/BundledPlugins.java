package dev.brummer.config;

import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.OutputSinkFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The plugins that come with Brummer, found as it finds them. */
public final class BundledPlugins {
    public static final KnownPlugins ALL = new KnownPlugins(checks(), sinks(), parsers(), List.of(), List.of());

    private BundledPlugins() {}

    private static List<PluginDescriptor> checks() {
        List<PluginDescriptor> checks = new ArrayList<>();
        for (HealthCheckFactory check : ServiceLoader.load(HealthCheckFactory.class)) {
            checks.add(new PluginDescriptor(
                    check.id(), check.description(), check.options(), Optional.of(check.scalarOption())));
        }
        return checks;
    }

    private static List<PluginDescriptor> sinks() {
        List<PluginDescriptor> sinks = new ArrayList<>();
        for (OutputSinkFactory sink : ServiceLoader.load(OutputSinkFactory.class)) {
            sinks.add(new PluginDescriptor(sink.id(), sink.description(), sink.options(), Optional.empty()));
        }
        sinks.sort(Comparator.comparing(PluginDescriptor::id));
        return sinks;
    }

    private static List<PluginDescriptor> parsers() {
        List<PluginDescriptor> parsers = new ArrayList<>();
        for (LogParserFactory parser : ServiceLoader.load(LogParserFactory.class)) {
            parsers.add(new PluginDescriptor(parser.id(), parser.description(), parser.options(), Optional.empty()));
        }
        return parsers;
    }

    public static ConfigLoader loader() {
        return new ConfigLoader(_ -> ALL);
    }
}
