package dev.brummer.runtime.history;

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
 * @param instances whose output it may be, in the order of the file
 */
public record StoredOutput(Function<String, OutputSinkFactory> sinks, HostConsole console, Path folder, List<Shown> instances, InstantSource clock)
        implements SinkContext {
    /**
     * Lines for a person.
     *
     * @throws IOException if standard output cannot be written
     */
    public OutputSink text(boolean timestamps, boolean prefix) throws IOException {
        return sinks.apply("console").create(new Options(Map.of("timestamps", timestamps, "prefix", prefix)), this);
    }

    /**
     * One JSON object a line.
     *
     * @throws IOException if standard output cannot be written
     */
    public OutputSink json() throws IOException {
        return sinks.apply("jsonl").create(new Options(Map.of()), this);
    }
}
