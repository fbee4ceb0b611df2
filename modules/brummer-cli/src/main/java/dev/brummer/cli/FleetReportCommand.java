package dev.brummer.cli;

import dev.brummer.runtime.SystemTime;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code brum ps}, {@code alerts} and {@code connections}: ask a fleet that runs once, and show the answer. */
final class FleetReportCommand implements Command {
    static final Verb PS = verb("ps", "[SERVICE|STAGE…]", "show where each service is");
    static final Verb ALERTS = verb("alerts", "", "show of what somebody is told, and what has fired");
    static final Verb CONNECTIONS =
            verb("connections", "[SERVICE|STAGE…]", "count who is connected to which service or database");

    private final RunningFleet running;
    private final FleetPage page;
    private final SystemTime time;

    @Inject
    FleetReportCommand(RunningFleet running, FleetPage page, SystemTime time) {
        this.running = running;
        this.page = page;
        this.time = time;
    }

    private static Verb verb(String name, String operands, String summary) {
        return Verb.operating(name, operands, summary, FleetReportCommand::options, FleetReportCommand.class);
    }

    private static Options options() {
        return new Options().addOption(Answering.output());
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        boolean json = Answering.json(invocation);
        List<String> words = invocation.typed().getArgList();
        return running.with(session -> {
            running.terminal().print(page.show(report(invocation.verb()).of(session, words), json));
            return ExitCode.OK;
        });
    }

    private FleetReport report(String verb) {
        return switch (verb) {
            case "ps" -> (session, words) -> FleetReports.ps(session, words, time.instant());
            case "alerts" -> (session, _) -> FleetReports.alerts(session);
            case "connections" -> FleetReports::connections;
            default -> throw new IllegalArgumentException("there is no report '" + verb + "'");
        };
    }
}
