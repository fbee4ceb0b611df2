package dev.brummer.plugins.jsonl;

import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.SinkContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes the sink {@code jsonl}. */
public final class JsonlSinkFactory implements OutputSinkFactory {
    private static final String PATH = "path";

    @Override
    public String id() {
        return "jsonl";
    }

    @Override
    public String description() {
        return "Writes every log line, state change and gap as one JSON object a line.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(OptionSpec.optional(
                PATH, OptionType.STRING, "The file to append to; standard output where it is left out."));
    }

    @Override
    public OutputSink create(Options options, SinkContext context) throws IOException {
        Optional<String> path = options.optionalString(PATH);
        return new JsonlSink(
                path.isPresent()
                        ? FileDestination.open(context.folder().resolve(path.get()))
                        : new ConsoleDestination(context.console()));
    }
}
