package dev.brummer.cli;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import jakarta.inject.Inject;
import org.apache.commons.cli.Options;

/** {@code brum graph}: the stage graph as text, Mermaid or JSON. */
final class GraphCommand implements Command {
    static final Verb VERB = Verb.naming(
            "graph", "[SERVICE|STAGE…]", "print the stage graph", GraphCommand::options, Verb.Overrides.NONE, GraphCommand.class);

    private final LoadedProject projects;
    private final Terminal terminal;

    @Inject
    GraphCommand(LoadedProject projects, Terminal terminal) {
        this.projects = projects;
        this.terminal = terminal;
    }

    private static Options options() {
        return new Options().addOption(GlobalOptions.option(null, "output", "FORMAT", "text, mermaid or json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        Selection selection = Selection.of(projects.loaded());
        Project project = selection.project();
        StageGraph graph = selection.graph(invocation.typed().getArgList());
        String format = invocation.typed().getOptionValue("output", "text");
        terminal.print(switch (format) {
            case "text" -> new GraphText(project, graph).text();
            case "mermaid" -> new GraphMermaid(project, graph).text();
            case "json" -> GraphJson.text(project, graph);
            default -> throw new UsageException("graph --output takes text, mermaid or json, not '" + format + "'");
        });
        return ExitCode.OK;
    }
}
