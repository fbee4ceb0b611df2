package dev.brummer.runtime.history;

import dev.brummer.runtime.PluginCatalog;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.SinkContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Shows stored output as it was shown when it came, through the same sinks.
 *
 * @param instances whose output it may be, in the order of the file
 */
public record StoredOutput(PluginCatalog plugins, HostConsole console, Path folder, List<Shown> instances)
        implements SinkContext {
    /**
     * Lines for a person.
     *
     * @throws IOException if standard output cannot be written
     */
    public OutputSink text(boolean timestamps, boolean prefix) throws IOException {
        return plugins.sink("console").create(new Options(Map.of("timestamps", timestamps, "prefix", prefix)), this);
    }

    /**
     * One JSON object a line.
     *
     * @throws IOException if standard output cannot be written
     */
    public OutputSink json() throws IOException {
        return plugins.sink("jsonl").create(new Options(Map.of()), this);
    }
}
