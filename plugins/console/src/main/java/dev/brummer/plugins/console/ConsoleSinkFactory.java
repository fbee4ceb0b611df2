package dev.brummer.plugins.console;

import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.SinkContext;
import java.time.ZoneId;
import java.util.List;

/** Makes the sink {@code console}. */
public final class ConsoleSinkFactory implements OutputSinkFactory {
    private static final String TIMESTAMPS = "timestamps";
    private static final String PREFIX = "prefix";

    @Override
    public String id() {
        return "console";
    }

    @Override
    public String description() {
        return "Shows the output of all services in one coloured stream.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(
                OptionSpec.withDefault(
                        TIMESTAMPS, OptionType.BOOLEAN, "false", "Whether lines begin with their time of arrival."),
                OptionSpec.withDefault(
                        PREFIX, OptionType.BOOLEAN, "true", "Whether lines begin with the name of their service."));
    }

    @Override
    public OutputSink create(Options options, SinkContext context) {
        var times = options.flag(TIMESTAMPS) ? TimeColumn.of(ZoneId.systemDefault()) : TimeColumn.NONE;
        return new ConsoleSink(context, times, options.flag(PREFIX));
    }
}
