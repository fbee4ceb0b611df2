package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.WhyView;
import dev.brummer.cli.board.WhyMarkdown;
import dev.brummer.cli.board.WhyText;
import dev.brummer.insight.report.Page;
import dev.brummer.runtime.why.WhyReader;
import dev.brummer.server.RemoteSession;
import dev.brummer.server.ViewJson;
import dev.brummer.spi.ServiceId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** {@code brum why}: why a service is as it is, or was when the last start ended. */
final class WhyCommand implements Command {
    static final Verb VERB = new Verb(
            "why",
            "SERVICE",
            "tell why a service is as it is: the chain of causes down to the root",
            Reporting::options,
            Verb.Overrides.NONE,
            Verb.Operands.SERVICES,
            WhyCommand.class);

    private final RunningFleet running;
    private final FleetPage page;
    private final Reporting reporting;

    @Inject
    WhyCommand(RunningFleet running, FleetPage page, Reporting reporting) {
        this.running = running;
        this.page = page;
        this.reporting = reporting;
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        CommandLine typed = invocation.typed();
        Reporting.Form form = Reporting.form("why", typed);
        List<String> words = typed.getArgList();
        if (words.size() != 1) {
            throw new UsageException("why takes one service: brum why orders");
        }
        Optional<RemoteSession> session =
                typed.hasOption("start") ? Optional.empty() : running.find();
        return session.isPresent() ? now(session.get(), words.getFirst(), form) : then(typed, words, form);
    }

    private ExitCode now(RemoteSession session, String word, Reporting.Form form) throws UsageException {
        return running.with(session, fleet -> {
            WhyView view = fleet.why(word);
            FleetView services = fleet.fleet();
            print(view, form, page.of(services));
            return ExitCode.OK;
        });
    }

    /** What is stored tells it as well, but for what checks said and who held a port. */
    private ExitCode then(CommandLine typed, List<String> words, Reporting.Form form) throws UsageException {
        return reporting.ask(typed, (archive, investigation, start, starts) -> {
            String name = Reporting.services(words, investigation.names()).iterator().next();
            WhyView view = WhyReader.then(
                            start,
                            archive,
                            reporting.histories().project(),
                            new ServiceId(name),
                            reporting.histories().time().instant())
                    .orElseThrow(() -> new UsageException(name + " had no part in the start " + start.name()));
            print(view, form, reporting.page(archive));
            return ExitCode.OK;
        });
    }

    private void print(WhyView view, Reporting.Form form, Page on) {
        running.terminal().print(switch (form) {
            case TEXT -> WhyText.of(view, on);
            case MARKDOWN -> WhyMarkdown.of(view);
            case JSON -> ViewJson.line(view);
        });
    }
}
