package dev.brummer.cli;

import dev.brummer.insight.report.Insight;
import dev.brummer.insight.view.Report;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Following;
import dev.brummer.runtime.history.Start;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code brum breakers} and the others that show what facts say of one start, while it runs and afterwards. */
final class InsightCommand implements Command {
    private final Reporting reporting;
    private final SignalTraps signals;

    @Inject
    InsightCommand(Reporting reporting, SignalTraps signals) {
        this.reporting = reporting;
        this.signals = signals;
    }

    /** All of them, in the order of the help. */
    static List<Verb> verbs() {
        return List.of(
                verb("breakers", "show where circuit breakers stand"),
                verb("limits", "show who has used how much of which rate limit"),
                verb("requests", "show how requests do, by service and route"),
                verb("messages", "show who publishes and receives which events, and where they pile up"),
                verb("metrics", "show what services measure of themselves"),
                verb("discovery", "show who is registered, against the services declared here"));
    }

    private static Verb verb(String name, String summary) {
        return new Verb(
                name,
                "[SERVICE…]",
                summary,
                InsightCommand::options,
                Verb.Overrides.NONE,
                Verb.Operands.SERVICES,
                InsightCommand.class);
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag("f", "follow", "show it anew as it changes, until the start ends"))
                .addOption(Reporting.start())
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "text, or json: one object"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        CommandLine typed = invocation.typed();
        boolean json = json(invocation.verb(), typed.getOptionValue("output", "text"));
        Insight<?> insight = Insight.of(invocation.verb(), reporting.histories().project());
        return reporting.ask(typed, (archive, investigation, start, starts) -> {
            Set<String> services = Reporting.services(typed.getArgList(), investigation.names());
            show(insight, services, json, typed.hasOption("follow"), archive, start);
            return ExitCode.OK;
        });
    }

    private static boolean json(String verb, String format) throws UsageException {
        return switch (format) {
            case "text" -> false;
            case "json" -> true;
            default -> throw new UsageException(verb + " --output takes text or json, not '" + format + "'");
        };
    }

    private <R extends Report<R>> void show(
            Insight<R> insight, Set<String> services, boolean json, boolean follow, Archive archive, Start start)
            throws IOException {
        var facts = new StoredFacts<>(insight.view(), archive.reader(), start, reporting.histories().time());
        var shown = new Shown<>(insight, services, json, () -> reporting.page(archive));
        Terminal terminal = reporting.terminal();
        facts.readAll();
        facts.missing().ifPresent(missing -> terminal.complain("brum: " + missing));
        if (follow) {
            follow(facts, shown, archive);
            return;
        }
        R report = facts.report();
        terminal.print(shown.text(report));
        shown.nothing(report).ifPresent(terminal::complain);
    }

    private <R extends Report<R>> void follow(StoredFacts<R> facts, Shown<R> shown, Archive archive)
            throws IOException {
        Following following = new Following(archive.reader(), reporting.histories().own());
        signals.onEnd(_ -> following.stop());
        Redrawing.Frames frames = Redrawing.Frames.on(reporting.terminal(), shown.json());
        var redrawing = new Redrawing<>(facts, shown, reporting.histories().time(), frames);
        following.run(facts.cursor(), redrawing);
        redrawing.end().ifPresent(reporting.terminal()::complain);
    }
}
