package dev.brummer.cli;

import dev.brummer.config.LoadResult;
import dev.brummer.core.model.StageId;
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
        LoadResult.Loaded loaded = projects.loaded();
        List<ScriptRow> rows = ScriptRow.of(loaded);
        boolean json = Answering.json(invocation);
        terminal.print(json ? ScriptsJson.text(loaded.project().name(), rows) : ScriptsText.of(rows, page.plain()));
        return ExitCode.OK;
    }

    /**
     * Lists it where {@code brum} stands alone and no file says what it would start, with how to go on.
     *
     * @param prompt whether a prompt follows
     */
    void list(boolean prompt) throws UsageException {
        LoadResult.Loaded loaded = projects.loaded();
        terminal.print(ScriptsText.of(ScriptRow.of(loaded), page.plain()));
        terminal.complain("brum: " + advice(loaded, prompt));
    }

    private static String advice(LoadResult.Loaded loaded, boolean prompt) {
        String some = prompt
                ? "'/run NAME…' starts some of these here, '/quit' ends them"
                : "'brum up NAME…' starts some of these, 'brum run NAME' one on this terminal";
        List<String> stages = loaded.project().stages().keySet().stream().map(StageId::name).toList();
        return stages.isEmpty() ? some : some + "\nbrum: 'brum up' starts the stages: " + String.join(" → ", stages);
    }
}
