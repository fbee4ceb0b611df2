package dev.brummer.cli;

import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.api.TerminalLine;
import dev.brummer.spi.InstanceId;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code brum attach}: the stream and the prompt of a fleet that runs elsewhere. */
final class AttachCommand implements Command {
    static final Verb VERB = Verb.operating(
            "attach",
            "[SERVICE]",
            "show the stream and prompt of a fleet that runs elsewhere, or a service's terminal",
            AttachCommand::options,
            AttachCommand.class);

    private final RunningFleet running;
    private final Attaching attaching;
    private final TerminalSeat seat;

    @Inject
    AttachCommand(RunningFleet running, Attaching attaching, TerminalSeat seat) {
        this.running = running;
        this.attaching = attaching;
        this.seat = seat;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag(null, "timestamps", "show when each line came"))
                .addOption(GlobalOptions.flag(null, "no-prefix", "do not show who wrote a line"))
                .addOption(GlobalOptions.flag(null, "no-prompt", "read nothing that is typed; show the stream alone"))
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "text, or json: one object a line"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        List<String> words = invocation.typed().getArgList();
        StreamLook look = StreamLook.of(invocation);
        if (look.json() && !words.isEmpty()) {
            throw new UsageException("attach --output json shows the stream; a terminal has no such form");
        }
        return running.with(session ->
                words.isEmpty() ? attaching.stay(session, look) : terminal(session, words));
    }

    private ExitCode terminal(Session session, List<String> words)
            throws SessionException, UsageException, InterruptedException {
        List<InstanceId> instances = session.named(words);
        if (instances.size() > 1) {
            throw new UsageException("one terminal at a time: name one of "
                    + String.join(", ", instances.stream().map(InstanceId::label).toList()));
        }
        InstanceId instance = instances.getFirst();
        try (TerminalLine line = session.terminal(instance)) {
            return seat.sit(line, instance.label());
        }
    }
}
