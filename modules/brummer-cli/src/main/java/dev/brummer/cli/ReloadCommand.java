package dev.brummer.cli;

import dev.brummer.api.ReloadView;
import dev.brummer.server.ViewJson;
import jakarta.inject.Inject;
import org.apache.commons.cli.Options;

/** {@code brum reload}: has a fleet read its configuration again. */
final class ReloadCommand implements Command {
    static final Verb VERB = Verb.operating(
            "reload",
            "",
            "read brummer.yaml again: start what is new, stop what is gone, restart what changed",
            ReloadCommand::options,
            ReloadCommand.class);

    private final RunningFleet running;

    @Inject
    ReloadCommand(RunningFleet running) {
        this.running = running;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag(null, "dry-run", "tell what would change, and change nothing"))
                .addOption(Answering.output());
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        boolean json = Answering.json(invocation);
        return running.with(session -> {
            ReloadView plan = session.reload(invocation.typed().hasOption("dry-run"));
            running.terminal().print(json ? ViewJson.line(plan) : plan.words() + "\n");
            return ExitCode.OK;
        });
    }
}
