package dev.brummer.cli;

import dev.brummer.config.LoadResult.Loaded;
import dev.brummer.config.view.ConfigSchema;
import dev.brummer.config.view.JsonText;
import dev.brummer.config.view.ModelDiff;
import dev.brummer.config.view.ModelView;
import dev.brummer.runtime.plugins.PluginCatalog;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code brum config}: what the files mean once they are merged, and where each value came from. */
final class ConfigCommand implements Command {
    static final Verb VERB = Verb.naming(
            "config",
            "",
            "print the configuration, merged and resolved",
            ConfigCommand::options,
            Verb.Overrides.NONE,
            ConfigCommand.class);

    private final LoadedProject project;
    private final PluginCatalog plugins;
    private final Terminal terminal;

    @Inject
    ConfigCommand(LoadedProject project, PluginCatalog plugins, Terminal terminal) {
        this.project = project;
        this.plugins = plugins;
        this.terminal = terminal;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "yaml or json"))
                .addOption(GlobalOptions.flag(null, "origins", "say where each value was written"))
                .addOption(GlobalOptions.flag(null, "reveal", "show secrets"))
                .addOption(GlobalOptions.option(null, "diff", "P1,P2", "show what two profiles change, key by key"))
                .addOption(GlobalOptions.flag(null, "schema", "print the JSON Schema of brummer.yaml, for editors"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        CommandLine typed = invocation.typed();
        boolean json = json(typed);
        if (typed.hasOption("schema")) {
            terminal.print(JsonText.write(ConfigSchema.of(plugins.known())) + "\n");
        } else if (typed.hasOption("diff")) {
            diff(typed.getOptionValue("diff"), typed.hasOption("reveal"), json);
        } else {
            print(ModelView.of(project.loaded(), typed.hasOption("reveal")), typed.hasOption("origins"), json);
        }
        return ExitCode.OK;
    }

    private static boolean json(CommandLine typed) throws UsageException {
        String format = typed.getOptionValue("output", "yaml");
        return switch (format) {
            case "yaml" -> false;
            case "json" -> true;
            default -> throw new UsageException("config --output takes yaml or json, not '" + format + "'");
        };
    }

    private void print(ModelView view, boolean origins, boolean json) {
        if (!json) {
            terminal.print(view.yaml(origins));
        } else if (origins) {
            terminal.print(JsonText.write(Map.of("config", view.tree(), "origins", view.origins())) + "\n");
        } else {
            terminal.print(JsonText.write(view.tree()) + "\n");
        }
    }

    private void diff(String profiles, boolean reveal, boolean json) throws UsageException {
        String[] both = profiles.split(",", -1);
        if (both.length != 2 || both[0].isBlank() || both[1].isBlank()) {
            throw new UsageException("--diff takes two profiles, as in --diff staging,production, not '" + profiles + "'");
        }
        Loaded before = project.loadedWith(both[0].strip());
        Loaded after = project.loadedWith(both[1].strip());
        List<ModelDiff.Change> changes = ModelDiff.of(before, after, reveal);
        terminal.print(json ? JsonText.write(tree(changes)) + "\n" : ModelDiff.text(changes));
    }

    private static List<Map<String, Object>> tree(List<ModelDiff.Change> changes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ModelDiff.Change change : changes) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("path", change.path());
            if (change.before() != null) {
                row.put("before", change.before());
            }
            if (change.after() != null) {
                row.put("after", change.after());
            }
            rows.add(row);
        }
        return rows;
    }
}
