package dev.brummer.cli;

import jakarta.inject.Inject;
import org.apache.commons.cli.Options;

/** {@code brum attach}: the stream and the prompt of a fleet that runs elsewhere. */
final class AttachCommand implements Command {
    static final Verb VERB = Verb.operating(
            "attach",
            "",
            "show the stream of a fleet that runs elsewhere, with its prompt",
            AttachCommand::options,
            AttachCommand.class);

    private final RunningFleet running;
    private final Attaching attaching;

    @Inject
    AttachCommand(RunningFleet running, Attaching attaching) {
        this.running = running;
        this.attaching = attaching;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag(null, "timestamps", "show when each line came"))
                .addOption(GlobalOptions.flag(null, "no-prefix", "do not show who wrote a line"))
                .addOption(GlobalOptions.flag(null, "no-prompt", "read nothing that is typed; show the stream alone"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        return running.with(session -> attaching.stay(session, StreamLook.of(invocation.typed())));
    }
}
