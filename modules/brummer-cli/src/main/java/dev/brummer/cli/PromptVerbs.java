package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.cli.board.HealthText;
import dev.brummer.cli.board.PsText;
import dev.brummer.cli.board.WhyText;
import dev.brummer.cli.prompt.Names;
import dev.brummer.cli.prompt.SlashCommand;
import dev.brummer.runtime.SystemTime;
import dev.brummer.spi.InstanceId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        List<SlashCommand> verbs = new ArrayList<>();
        verbs.add(report("ps", "show where each service is", words -> ps(session, words), names));
        verbs.add(report("health", "show what checks say and have said", words -> health(session, words), names));
        verbs.add(new ReportVerb(
                new SlashCommand.Usage("why", "SERVICE", "tell why a service is as it is, down to the root"),
                names,
                words -> why(session, words)));
        verbs.add(new FleetVerb(
                new SlashCommand.Usage("start", "SERVICE…", "start services, and what they need"),
                false, session, names, session::start));
        verbs.add(new FleetVerb(
                new SlashCommand.Usage("stop", "SERVICE…", "stop services, and leave the rest as it is"),
                true, session, names, instances -> session.stop(instances, "/stop")));
        verbs.add(new FleetVerb(
                new SlashCommand.Usage("restart", "SERVICE…", "stop services and start them again"),
                true, session, names, instances -> session.restart(instances, false)));
        verbs.add(new FleetVerb(
                new SlashCommand.Usage("kill", "SERVICE…", "end services at once, without asking them"),
                true, session, names, instances -> session.kill(instances, "/kill")));
        verbs.add(new ReloadVerb(session));
        verbs.add(new DownVerb(session));
        for (Verb view : InsightCommand.verbs()) {
            verbs.add(report(view.name(), view.summary(), words -> reports.view(view.name(), words), names));
        }
        return List.copyOf(verbs);
    }

    private static SlashCommand report(String word, String summary, ReportVerb.Report report, Names names) {
        return new ReportVerb(new SlashCommand.Usage(word, "[SERVICE…]", summary), names, report);
    }

    private String health(Session session, List<String> words) throws SessionException {
        return HealthText.of(session.health(words), page.of(session.fleet()));
    }

    private String why(Session session, List<String> words) throws SessionException {
        return words.size() == 1
                ? WhyText.of(session.why(words.getFirst()), page.of(session.fleet()))
                : "why is one service as it is? /why SERVICE";
    }

    private String ps(Session session, List<String> words) throws SessionException {
        FleetView fleet = session.fleet();
        Set<InstanceId> wanted = new LinkedHashSet<>(session.named(words));
        List<InstanceView> shown =
                fleet.instances().stream().filter(each -> wanted.contains(each.id())).toList();
        return PsText.of(shown, time.instant(), page.of(fleet));
    }
}
