package dev.brummer.plugins.jsonl;

import dev.brummer.plugins.files.RotatingFile;
import dev.brummer.plugins.files.Rotation;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.SinkContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the sink {@code jsonl}. */
public final class JsonlSinkFactory implements OutputSinkFactory {
    private static final String PATH = "path";

    @Override
    public String id() {
        return "jsonl";
    }

    @Override
    public String description() {
        return "Writes every log line, state change, fact, notice and gap as one JSON object a line.";
    }

    @Override
    public List<OptionSpec> options() {
        return Stream.concat(
                        Stream.of(OptionSpec.optional(
                                PATH,
                                OptionType.STRING,
                                "The file to append to; standard output where it is left out.")),
                        Rotation.options().stream())
                .toList();
    }

    @Override
    public OutputSink create(Options options, SinkContext context) throws IOException {
        return new JsonlSink(destination(options, context));
    }

    private static Destination destination(Options options, SinkContext context) throws IOException {
        Optional<String> path = options.optionalString(PATH);
        if (path.isPresent()) {
            return new FileDestination(RotatingFile.open(context.folder().resolve(path.get()), Rotation.of(options)));
        }
        if (Rotation.isAsked(options)) {
            throw new IllegalArgumentException(
                    "jsonl needs 'path' beside 'max_size': standard output cannot be renamed");
        }
        return new ConsoleDestination(context.console());
    }
}
