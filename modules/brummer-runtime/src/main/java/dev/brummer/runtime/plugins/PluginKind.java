package dev.brummer.runtime.plugins;

import dev.brummer.config.PluginDescriptor;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.OutputSinkFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a plugin can contribute. A further kind is one more constant, here and in {@link #ALL}.
 *
 * @param noun what it is called: {@code check}
 * @param factory what its service files are named after
 * @param describe asks a factory what it declares
 */
public record PluginKind<F>(String noun, Class<F> factory, Function<F, PluginDescriptor> describe) {
    public static final PluginKind<HealthCheckFactory> CHECK = new PluginKind<>(
            "check",
            HealthCheckFactory.class,
            f -> new PluginDescriptor(f.id(), f.description(), f.options(), Optional.of(f.scalarOption())));
    public static final PluginKind<OutputSinkFactory> SINK = new PluginKind<>(
            "sink",
            OutputSinkFactory.class,
            f -> new PluginDescriptor(f.id(), f.description(), f.options(), Optional.empty()));

    public static final PluginKind<LogParserFactory> PARSER = new PluginKind<>(
            "parser",
            LogParserFactory.class,
            f -> new PluginDescriptor(f.id(), f.description(), f.options(), Optional.empty()));

    /** All of them, in the order in which they are listed. */
    public static final List<PluginKind<?>> ALL = List.of(CHECK, SINK, PARSER);

    /** The file of a jar that names the factories of this kind. */
    String serviceFile() {
        return "META-INF/services/" + factory.getName();
    }
}
