package dev.brummer.cli;

import dev.brummer.runtime.SystemTime;
import dev.brummer.spi.InstanceId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.Options;

/** {@code brum wait}: returns when services are where they are waited for. */
final class WaitCommand implements Command {
    static final Verb VERB = Verb.operating(
            "wait",
            "[SERVICE|STAGE…]",
            "wait until services are ready, stopped or completed",
            WaitCommand::options,
            WaitCommand.class);

    private final RunningFleet running;
    private final SystemTime time;

    @Inject
    WaitCommand(RunningFleet running, SystemTime time) {
        this.running = running;
        this.time = time;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.option(
                        null, "for", "STATE", "ready (if left out), started, stopped or completed"))
                .addOption(Answering.timeout("wait no longer, and exit 124"))
                .addOption(Answering.output());
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        String word = invocation.typed().getOptionValue("for", Goal.READY.word());
        Goal goal = Goal.of(word)
                .orElseThrow(() -> new UsageException(
                        "--for takes ready, started, stopped or completed, not '" + word + "'"));
        Optional<Duration> limit = Answering.timeout(invocation.typed());
        Account.Form form = Account.Form.of(invocation);
        return running.with(session -> {
            Set<InstanceId> instances = new LinkedHashSet<>(session.named(invocation.typed().getArgList()));
            var deed = new Account.Deed("wait", instances, Optional.of(session.pid()));
            Account account = new Account(deed, form, session.fleet(), running.terminal(), time::instant);
            return account.came(new Awaiting(session, time, account).until(goal, limit), goal, limit);
        });
    }
}
