package dev.brummer.cli;

import dev.brummer.api.CheckView;
import dev.brummer.api.HealthView;
import dev.brummer.api.InstanceHealth;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** {@code brum health}: what the checks of each service say, and have said. */
final class HealthCommand implements Command {
    static final Verb VERB = Verb.operating(
            "health",
            "[SERVICE|STAGE…]",
            "show what the checks of each service say, and have said",
            HealthCommand::options,
            HealthCommand.class);

    private final RunningFleet running;
    private final FleetPage page;
    private final SignalTraps signals;

    @Inject
    HealthCommand(RunningFleet running, FleetPage page, SignalTraps signals) {
        this.running = running;
        this.page = page;
        this.signals = signals;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag("f", "follow", "show it anew as it changes, until the fleet ends"))
                .addOption(Answering.output());
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        boolean json = Answering.json(invocation);
        List<String> words = invocation.typed().getArgList();
        return running.with(session -> {
            if (invocation.typed().hasOption("follow")) {
                follow(session, words, json);
            } else {
                running.terminal().print(page.show(FleetReports.health(session, words), json));
            }
            return ExitCode.OK;
        });
    }

    private void follow(Session session, List<String> words, boolean json)
            throws SessionException, InterruptedException {
        AtomicReference<@Nullable Object> shown = new AtomicReference<>();
        new Watched(running.terminal(), signals).show(json, () -> {
            FleetReport.Content<HealthView> report = FleetReports.health(session, words);
            Object content = content(report.view(), json);
            boolean same = content.equals(shown.getAndSet(content));
            return same ? Optional.empty() : Optional.of(page.show(report, json));
        });
    }

    /**
     * What tells one report from another that is not worth showing beside it: on a terminal the time alone, in JSON the
     * answers, and in a text that goes elsewhere what they come to.
     */
    private Object content(HealthView health, boolean json) {
        if (json) {
            return health.instances();
        }
        return running.terminal().interactive() ? health : health.instances().stream().map(HealthCommand::outcome).toList();
    }

    private static Object outcome(InstanceHealth instance) {
        List<Optional<CheckView.Verdict>> verdicts =
                instance.checks().stream().map(check -> check.last().map(CheckView.Said::verdict)).toList();
        return List.of(instance.id(), instance.state(), verdicts);
    }
}
