package dev.brummer.cli;

import dev.brummer.api.AlertsView;
import dev.brummer.cli.board.AlertsText;
import dev.brummer.server.ViewJson;
import jakarta.inject.Inject;
import org.apache.commons.cli.Options;

/** {@code brum alerts}: of what somebody is told, and what has fired. */
final class AlertsCommand implements Command {
    static final Verb VERB = Verb.operating(
            "alerts",
            "",
            "show of what somebody is told, and what has fired",
            AlertsCommand::options,
            AlertsCommand.class);

    private final RunningFleet running;
    private final FleetPage page;

    @Inject
    AlertsCommand(RunningFleet running, FleetPage page) {
        this.running = running;
        this.page = page;
    }

    private static Options options() {
        return new Options().addOption(Answering.output());
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        boolean json = Answering.json(invocation);
        return running.with(session -> {
            AlertsView alerts = session.alerts();
            running.terminal().print(
                    json ? ViewJson.line(alerts) : AlertsText.of(alerts, page.of(session.fleet())));
            return ExitCode.OK;
        });
    }
}
