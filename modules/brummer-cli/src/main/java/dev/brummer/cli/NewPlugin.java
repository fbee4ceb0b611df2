package dev.brummer.cli;

import dev.brummer.cli.plugin.PluginName;
import dev.brummer.cli.plugin.PluginProject;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.runtime.plugins.PluginKind;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

/** {@code brum plugins new NAME}: writes the project of a new plugin. */
final class NewPlugin {
    /** The option that says in which package its classes are. */
    static final String PACKAGE = "package";

    private static final String WORD = "new";

    private final PluginCatalog plugins;
    private final Terminal terminal;

    @Inject
    NewPlugin(PluginCatalog plugins, Terminal terminal) {
        this.plugins = plugins;
        this.terminal = terminal;
    }

    /**
     * Writes it, and says how to go on.
     *
     * @throws UsageException if what was typed is not right, or it cannot be written there
     */
    ExitCode run(Command.Invocation invocation) throws UsageException {
        PluginName name = name(invocation);
        Path parent = invocation.global().folder();
        try {
            new PluginProject(name).writeInto(parent);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("there is something at " + e.getFile() + " already; take another name", e);
        } catch (IOException e) {
            throw new UsageException("the project cannot be written: " + e, e);
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
        terminal.print(told(name, parent));
        return ExitCode.OK;
    }

    private PluginName name(Command.Invocation invocation) throws UsageException {
        List<String> words = invocation.typed().getArgList();
        if (!words.getFirst().equals(WORD)) {
            throw new UsageException("plugins takes 'new NAME' or nothing, not '" + words.getFirst() + "'"
                    + Suggested.among(List.of(WORD), words.getFirst()));
        }
        if (words.size() != 2) {
            throw new UsageException("plugins new takes the name of one plugin, such as 'acme'");
        }
        String id = words.get(1);
        if (plugins.all(PluginKind.PARSER).stream().anyMatch(each -> each.id().equals(id))) {
            throw new UsageException("there is a parser '" + id + "' already; take another name");
        }
        try {
            return new PluginName(id, invocation.typed().getOptionValue(PACKAGE, "com.example"));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String told(PluginName name, Path parent) {
        return """
                wrote %1$s: a log parser, its test, and README.md. To build and use it:

                  cd '%1$s'
                  mvn -q package
                  mkdir -p ../.brummer/plugins && cp target/%2$s.jar ../.brummer/plugins/
                """.formatted(parent.resolve(name.id()), name.id());
    }
}
