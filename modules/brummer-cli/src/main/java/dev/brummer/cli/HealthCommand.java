package dev.brummer.cli;

import dev.brummer.api.CheckView;
import dev.brummer.api.FleetView;
import dev.brummer.api.HealthView;
import dev.brummer.api.InstanceHealth;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.cli.board.HealthText;
import dev.brummer.server.ViewJson;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.commons.cli.Options;

/** {@code brum health}: what the checks of each service say, and have said. */
final class HealthCommand implements Command {
    static final Verb VERB = Verb.operating(
            "health",
            "[SERVICE|STAGE…]",
            "show what the checks of each service say, and have said",
            HealthCommand::options,
            HealthCommand.class);

    private static final long PACE_MILLIS = 1000;

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
            FleetView fleet = session.fleet();
            if (invocation.typed().hasOption("follow")) {
                follow(session, fleet, words, json);
            } else {
                running.terminal().print(text(session.health(words), fleet, json));
            }
            return ExitCode.OK;
        });
    }

    private String text(HealthView health, FleetView fleet, boolean json) {
        return json ? ViewJson.line(health) : HealthText.of(health, page.of(fleet));
    }

    private void follow(Session session, FleetView fleet, List<String> words, boolean json)
            throws SessionException, InterruptedException {
        CountDownLatch enough = new CountDownLatch(1);
        signals.onEnd(_ -> enough.countDown());
        Terminal terminal = running.terminal();
        Redrawing.Frames frames = json ? Redrawing.Frames.plain(terminal) : Redrawing.Frames.on(terminal, false);
        Optional<Object> drawn = Optional.empty();
        HealthView health = session.health(words);
        try {
            do {
                Object content = content(health, json);
                if (!drawn.equals(Optional.of(content))) {
                    frames.draw(text(health, fleet, json));
                    drawn = Optional.of(content);
                }
                boolean ended = enough.await(PACE_MILLIS, TimeUnit.MILLISECONDS);
                health = ended ? health : session.health(words);
            } while (enough.getCount() > 0);
        } catch (SessionOverException e) {
            // Its end is the end of what there is to see.
        } catch (IOException e) {
            if (!Terminal.isClosedPipe(e)) {
                throw new UncheckedIOException(e);
            }
        }
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
