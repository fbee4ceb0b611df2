package dev.brummer.runtime.history;

import dev.brummer.insight.name.Attribution;
import dev.brummer.insight.name.NameBook;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.SinkContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Shows stored output as it was shown when it came, through the same sinks.
 *
 * @param sinks the kinds of sinks by name; knows console and jsonl
 * @param names what services go by
 * @param instances whose output it may be, in the order of the file
 */
public record StoredOutput(
        Function<String, OutputSinkFactory> sinks,
        HostConsole console,
        Path folder,
        NameBook names,
        List<Shown> instances,
        InstantSource clock)
        implements SinkContext {
    /**
     * Lines for a person.
     *
     * @throws IOException if standard output cannot be written
     */
    public OutputSink text(boolean timestamps, boolean prefix) throws IOException {
        return sink("console", Map.of("timestamps", timestamps, "prefix", prefix));
    }

    /**
     * One JSON object a line.
     *
     * @throws IOException if standard output cannot be written
     */
    public OutputSink json() throws IOException {
        return sink("jsonl", Map.of());
    }

    private OutputSink sink(String kind, Map<String, Object> options) throws IOException {
        OutputSink sink = sinks.apply(kind).create(new Options(options), this);
        return new AttributedSink(attribution(), sink);
    }

    /** Gives lines on their way to one reader their headings. */
    public Attribution attribution() {
        return new Attribution(() -> names);
    }
}
