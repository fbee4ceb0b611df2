package dev.brummer.cli;

import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.cli.board.WhyText;
import dev.brummer.cli.prompt.Names;
import dev.brummer.cli.prompt.SlashCommand;
import dev.brummer.runtime.SystemTime;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The verbs by which a fleet is operated from the prompt: those of the command line, with the same meaning. */
final class PromptVerbs {
    private final FleetPage page;
    private final PromptReports reports;
    private final SystemTime time;

    @Inject
    PromptVerbs(FleetPage page, PromptReports reports, SystemTime time) {
        this.page = page;
        this.reports = reports;
        this.time = time;
    }

    /** All of them, in the order of the help. */
    List<SlashCommand> of(Session session, Names names) {
        Offered offered = new Offered(session, names);
        List<SlashCommand> verbs = new ArrayList<>(offered.reports());
        verbs.addAll(offered.acts());
        verbs.addAll(offered.views());
        return List.copyOf(verbs);
    }

    /** The verbs of one session. */
    private final class Offered {
        private final Session session;
        private final Names names;

        Offered(Session session, Names names) {
            this.session = session;
            this.names = names;
        }

        List<SlashCommand> reports() {
            return List.of(
                    report("ps", "show where each service is", (fleet, words) -> FleetReports.ps(fleet, words, time.instant())),
                    report("health", "show what checks say and have said", FleetReports::health),
                    new ReportVerb(
                            new SlashCommand.Usage("why", "SERVICE", "tell why a service is as it is, down to the root"),
                            () -> FleetVerb.services(names),
                            this::why),
                    new ReportVerb(
                            new SlashCommand.Usage("alerts", "", "show of what somebody is told, and what has fired"),
                            List::of,
                            _ -> page.show(FleetReports.alerts(session), false)),
                    report("top", "show what each service uses, the busiest first", FleetReports::top),
                    report("connections", "count who is connected to whom", FleetReports::connections),
                    told("events", "show what happened lately", reports::events));
        }

        private SlashCommand report(String word, String summary, FleetReport report) {
            return new ReportVerb(
                    new SlashCommand.Usage(word, "[SERVICE…]", summary),
                    () -> FleetVerb.all(names),
                    words -> page.show(report.of(session, words), false));
        }

        /** What is told from the journal, which knows no stages. */
        private SlashCommand told(String word, String summary, ReportVerb.Report report) {
            return new ReportVerb(
                    new SlashCommand.Usage(word, "[SERVICE…]", summary), () -> FleetVerb.services(names), report);
        }

        private String why(List<String> words) throws SessionException {
            return words.size() == 1
                    ? WhyText.of(session.why(words.getFirst()), page.of(session.fleet()))
                    : "why is one service as it is? /why SERVICE";
        }

        List<SlashCommand> acts() {
            return List.of(
                    new RunVerb(session),
                    act("start", false, "start services, and what they need", session::start),
                    act("stop", true, "stop services, and leave the rest as it is", at -> session.stop(at, "/stop")),
                    act("restart", true, "stop services and start them again", at -> session.restart(at, false)),
                    act("kill", true, "end services at once, without asking them", at -> session.kill(at, "/kill")),
                    new ReloadVerb(session),
                    new DownVerb(session));
        }

        private SlashCommand act(String word, boolean ends, String summary, FleetVerb.Act act) {
            return new FleetVerb(new SlashCommand.Usage(word, "SERVICE…", summary), ends, session, names, act);
        }

        List<SlashCommand> views() {
            return InsightCommand.verbs().stream()
                    .map(view -> told(view.name(), view.summary(), words -> reports.view(view.name(), words)))
                    .toList();
        }
    }
}
