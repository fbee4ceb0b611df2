package dev.brummer.cli;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code brum top}: what each service uses, live. */
final class TopCommand implements Command {
    static final Verb VERB = Verb.operating(
            "top",
            "[SERVICE|STAGE…]",
            "show live what each service uses, the busiest first",
            TopCommand::options,
            TopCommand.class);

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
            if (once) {
                running.terminal().print(page.show(FleetReports.top(session, words), json));
            } else {
                new Watched(running.terminal(), signals)
                        .show(json, () -> Optional.of(page.show(FleetReports.use(session, words), json)));
            }
            return ExitCode.OK;
        });
    }
}
