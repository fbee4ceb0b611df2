package dev.brummer.cli;

import dev.brummer.config.LoadResult;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code brum scripts}: what may be started here, by which word. */
final class ScriptsCommand implements Command {
    static final Verb VERB = Verb.naming(
            "scripts",
            "",
            "list what may be started here: scripts, services and groups of them",
            () -> new Options().addOption(Answering.output()),
            Verb.Overrides.NONE,
            ScriptsCommand.class);

    private final LoadedProject projects;
    private final FleetPage page;
    private final Terminal terminal;

    @Inject
    ScriptsCommand(LoadedProject projects, FleetPage page, Terminal terminal) {
        this.projects = projects;
        this.page = page;
        this.terminal = terminal;
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        boolean json = Answering.json(invocation);
        return list(json);
    }

    /** What {@code brum} alone does where no file says what it would start. */
    ExitCode list() throws UsageException {
        ExitCode listed = list(false);
        terminal.complain("brum: 'brum up NAME…' starts some of these, 'brum run NAME' one on this terminal");
        return listed;
    }

    private ExitCode list(boolean json) throws UsageException {
        LoadResult.Loaded loaded = projects.loaded();
        List<ScriptRow> rows = ScriptRow.of(loaded);
        terminal.print(json ? ScriptsJson.text(loaded.project().name(), rows) : ScriptsText.of(rows, page.plain()));
        return ExitCode.OK;
    }
}
