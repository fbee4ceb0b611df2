package dev.brummer.cli;

import dev.brummer.config.LoadResult;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.runtime.plugins.PluginCatalog;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code brum plugins}: which plugins there are, and what is wrong with others. Needs no project. */
final class PluginsCommand implements Command {
    static final Verb VERB = Verb.naming(
            "plugins",
            "",
            "list the checks, sinks and log parsers there are, and where they come from",
            PluginsCommand::options,
            Verb.Overrides.NONE,
            PluginsCommand.class);

    private final LoadedProject projects;
    private final PluginCatalog plugins;
    private final Terminal terminal;

    @Inject
    PluginsCommand(LoadedProject projects, PluginCatalog plugins, Terminal terminal) {
        this.projects = projects;
        this.plugins = plugins;
        this.terminal = terminal;
    }

    private static Options options() {
        return new Options().addOption(GlobalOptions.option(null, "output", "FORMAT", "text, or json: one array"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        List<String> words = invocation.typed().getArgList();
        if (!words.isEmpty()) {
            throw new UsageException("plugins takes no words, and got '" + words.getFirst() + "'");
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
