package dev.brummer.config;

import static dev.brummer.spi.OptionSpec.optional;
import static dev.brummer.spi.OptionSpec.required;
import static dev.brummer.spi.OptionSpec.withDefault;
import static dev.brummer.spi.OptionType.BOOLEAN;
import static dev.brummer.spi.OptionType.COMMAND;
import static dev.brummer.spi.OptionType.INTEGER;
import static dev.brummer.spi.OptionType.PATTERN;
import static dev.brummer.spi.OptionType.SECRET;
import static dev.brummer.spi.OptionType.SIZE;
import static dev.brummer.spi.OptionType.STRING;

import java.util.List;
import java.util.Optional;

/** Plugins like the bundled ones, which this module cannot see. */
public final class TestPlugins {
    public static final List<PluginDescriptor> CHECKS = List.of(
            new PluginDescriptor(
                    "http",
                    "Asks a URL and reads the answer.",
                    List.of(
                            required("url", STRING, "A whole URL, or a path on the first port."),
                            withDefault("status", INTEGER, "200", "The status that passes.")),
                    Optional.of("url")),
            new PluginDescriptor(
                    "tcp", "Connects to a port.", List.of(required("port", STRING, "The port.")), Optional.of("port")),
            new PluginDescriptor(
                    "exec",
                    "Runs a command.",
                    List.of(required("command", COMMAND, "What to run.")),
                    Optional.of("command")),
            new PluginDescriptor(
                    "log",
                    "Waits for a line.",
                    List.of(required("pattern", PATTERN, "What to find.")),
                    Optional.of("pattern")));

    public static final List<PluginDescriptor> SINKS = List.of(
            new PluginDescriptor(
                    "console",
                    "Shows everything in colour.",
                    List.of(withDefault("timestamps", BOOLEAN, "false", "Whether lines begin with the time.")),
                    Optional.empty()),
            new PluginDescriptor(
                    "jsonl",
                    "Writes JSON lines.",
                    List.of(
                            required("path", STRING, "The file."),
                            optional("room", SIZE, "How large it may become."),
                            optional("token", SECRET, "What opens it."),
                            optional("append", BOOLEAN, "Whether to keep what is there.")),
                    Optional.of("path")));

    private static final PluginDescriptor PARSER =
            new PluginDescriptor("breaker", "Finds breakers.", List.of(), Optional.empty());

    private TestPlugins() {}

    public static ConfigLoader loader() {
        KnownPlugins known = new KnownPlugins(CHECKS, SINKS, List.of(PARSER), List.of(), List.of());
        return new ConfigLoader(_ -> known);
    }
}
