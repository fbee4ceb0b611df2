package dev.brummer.cli;

import dev.brummer.api.FleetUsage;
import dev.brummer.api.FleetView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.cli.board.TopText;
import dev.brummer.server.ViewJson;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.cli.Options;

/** {@code brum top}: what each service uses, live. */
final class TopCommand implements Command {
    static final Verb VERB = Verb.operating(
            "top",
            "[SERVICE|STAGE…]",
            "show live what each service uses, the busiest first",
            TopCommand::options,
            TopCommand.class);

    /** So long are two looks apart that tell what is busy. */
    private static final Duration APART = Duration.ofSeconds(1);

    private final RunningFleet running;
    private final FleetPage page;
    private final SignalTraps signals;

    @Inject
    TopCommand(RunningFleet running, FleetPage page, SignalTraps signals) {
        this.running = running;
        this.page = page;
        this.signals = signals;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag(null, "once", "show it once"))
                .addOption(GlobalOptions.option(
                        null, "output", "FORMAT", "text, or json: one object a line for each look"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        boolean json = Answering.json(invocation);
        List<String> words = invocation.typed().getArgList();
        boolean once = invocation.typed().hasOption("once") || !(json || running.terminal().interactive());
        return running.with(session -> {
            FleetView fleet = session.fleet();
            FleetUsage first = session.usage(words);
            if (once) {
                running.terminal().print(text(measured(session, first, words), fleet, json));
            } else {
                new Watched(running.terminal(), signals)
                        .show(json, () -> Optional.of(text(session.usage(words), fleet, json)));
            }
            return ExitCode.OK;
        });
    }

    private String text(FleetUsage usage, FleetView fleet, boolean json) {
        return json ? ViewJson.line(usage) : TopText.of(usage, page.of(fleet));
    }

    /** What is busy shows from the second look on: waits for it where nobody has looked before. */
    private static FleetUsage measured(Session session, FleetUsage first, List<String> words)
            throws SessionException {
        boolean known = first.instances().stream()
                .allMatch(each -> each.processes() == 0 || each.processor().isPresent());
        if (known) {
            return first;
        }
        LockSupport.parkNanos(APART.toNanos());
        return session.usage(words);
    }
}
