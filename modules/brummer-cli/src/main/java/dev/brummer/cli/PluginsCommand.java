package dev.brummer.cli;

import dev.brummer.config.LoadResult;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.runtime.plugins.PluginCatalog;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code brum plugins}: which plugins there are, what is wrong with others, and new ones. Needs no project. */
final class PluginsCommand implements Command {
    static final Verb VERB = Verb.naming(
            "plugins",
            "[new NAME]",
            "list the checks, sinks and log parsers there are; 'new' writes the project of one",
            PluginsCommand::options,
            Verb.Overrides.NONE,
            PluginsCommand.class);

    private final LoadedProject projects;
    private final PluginCatalog plugins;
    private final NewPlugin newPlugin;
    private final Terminal terminal;

    @Inject
    PluginsCommand(LoadedProject projects, PluginCatalog plugins, NewPlugin newPlugin, Terminal terminal) {
        this.projects = projects;
        this.plugins = plugins;
        this.newPlugin = newPlugin;
        this.terminal = terminal;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "text, or json: one array"))
                .addOption(GlobalOptions.option(
                        null, NewPlugin.PACKAGE, "NAME", "of a new one's classes; com.example if left out"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        if (!invocation.typed().getArgList().isEmpty()) {
            return newPlugin.run(invocation);
        }
        String format = invocation.typed().getOptionValue("output", "text");
        List<ListedPlugin> listed = ListedPlugin.of(plugins);
        terminal.print(switch (format) {
            case "text" -> PluginsText.table(listed, terminal.columns());
            case "json" -> PluginsJson.text(listed);
            default -> throw new UsageException("plugins --output takes text or json, not '" + format + "'");
        });
        if (projects.result() instanceof LoadResult.Faulty(var faults) && isThereAFile(faults)) {
            terminal.complain("brum: the configuration has errors, so folders that plugins.paths names may be left out"
                    + " here; 'brum config' tells what is wrong");
        }
        return ExitCode.OK;
    }

    private static boolean isThereAFile(List<Diagnostic> faults) {
        return faults.stream().noneMatch(fault -> fault.id().equals("no-file"));
    }
}
