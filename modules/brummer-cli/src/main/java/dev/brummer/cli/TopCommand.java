package dev.brummer.cli;

import dev.brummer.api.FleetUsage;
import dev.brummer.api.FleetView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.cli.board.TopText;
import dev.brummer.server.ViewJson;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    private static final long PACE_MILLIS = 1000;

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
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "text, or json: one object a line for each look"));
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
                watch(session, fleet, words, json);
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
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS));
        return session.usage(words);
    }

    private void watch(Session session, FleetView fleet, List<String> words, boolean json)
            throws SessionException, InterruptedException {
        CountDownLatch enough = new CountDownLatch(1);
        signals.onEnd(_ -> enough.countDown());
        Terminal terminal = running.terminal();
        Redrawing.Frames frames = json ? Redrawing.Frames.plain(terminal) : Redrawing.Frames.on(terminal, false);
        try {
            do {
                frames.draw(text(session.usage(words), fleet, json));
            } while (!enough.await(PACE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (SessionOverException e) {
            // Its end is the end of what there is to see.
        } catch (IOException e) {
            if (!Terminal.isClosedPipe(e)) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
