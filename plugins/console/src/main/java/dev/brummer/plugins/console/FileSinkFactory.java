package dev.brummer.plugins.console;

import dev.brummer.plugins.files.RotatingFile;
import dev.brummer.plugins.files.Rotation;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.SinkContext;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the sink {@code file}. */
public final class FileSinkFactory implements OutputSinkFactory {
    private static final String PATH = "path";
    private static final String TIMESTAMPS = "timestamps";
    private static final String SERVICES = "services";

    @Override
    public String id() {
        return "file";
    }

    @Override
    public String description() {
        return "Writes lines for a person to a file, as the console shows them, without colours.";
    }

    @Override
    public List<OptionSpec> options() {
        List<OptionSpec> options = new ArrayList<>();
        options.add(OptionSpec.required(PATH, OptionType.STRING, "The file to append to."));
        options.addAll(Rotation.options());
        options.add(OptionSpec.withDefault(
                TIMESTAMPS, OptionType.BOOLEAN, "true", "Whether lines begin with date and time of their arrival."));
        options.add(OptionSpec.optional(
                SERVICES,
                OptionType.STRINGS,
                "The services whose lines and states are written, beside what Brummer itself has to say; all of them"
                        + " where it is left out."));
        return List.copyOf(options);
    }

    @Override
    public OutputSink create(Options options, SinkContext context) throws IOException {
        Set<ServiceId> services = new HashSet<>();
        options.strings(SERVICES).forEach(name -> services.add(new ServiceId(name)));
        var times = options.flag(TIMESTAMPS) ? TimeColumn.withDate(ZoneId.systemDefault()) : TimeColumn.NONE;
        var file = RotatingFile.open(context.folder().resolve(options.string(PATH)), Rotation.of(options));
        return new FileSink(file, context, times, services);
    }
}
