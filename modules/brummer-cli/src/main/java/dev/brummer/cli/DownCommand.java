package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.runtime.SystemTime;
import dev.brummer.runtime.folder.FleetLock;
import dev.brummer.server.RemoteSession;
import dev.brummer.spi.InstanceId;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.cli.Options;

/** {@code brum down}: ends the fleet, and returns when nothing of it is left. */
final class DownCommand implements Command {
    static final Verb VERB = Verb.operating(
            "down", "", "stop everything, wherever it was started", DownCommand::options, DownCommand.class);

    private static final Duration LOOK = Duration.ofMillis(10);

    /** How long the fleet's process may take to go, once nothing is left for it to do. */
    private static final Duration GOING = Duration.ofSeconds(5);

    private final RunningFleet running;
    private final LastWords lastWords;
    private final Remains remains;
    private final SystemTime time;

    @Inject
    DownCommand(RunningFleet running, LastWords lastWords, Remains remains, SystemTime time) {
        this.running = running;
        this.lastWords = lastWords;
        this.remains = remains;
        this.time = time;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag(null, "now", "end everything at once, without asking it"))
                .addOption(Answering.timeout("wait no longer, and exit 124"))
                .addOption(Answering.output());
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        Optional<Duration> limit = Answering.timeout(invocation.typed());
        Account.Form form = Account.Form.of(invocation);
        boolean now = invocation.typed().hasOption("now");
        ExitCode code = running.with(session -> {
            FleetView before = session.fleet();
            Set<InstanceId> all = new LinkedHashSet<>();
            before.instances().stream().map(InstanceView::id).forEach(all::add);
            var deed = new Account.Deed("down", all, Optional.of(session.pid()));
            Account account = new Account(deed, form, before, running.terminal(), time::instant);
            if (now) {
                session.kill("brum down --now");
            } else {
                session.stop("brum down");
            }
            return awaitEnd(session, account, limit);
        });
        if (code == ExitCode.NOTHING_RUNS) {
            remains.tell();
        }
        return code;
    }

    /** Tells how it goes as long as the session answers, and what was left to tell when it was over. */
    private ExitCode awaitEnd(RemoteSession session, Account account, Optional<Duration> limit)
            throws SessionException, InterruptedException, UsageException {
        Duration begin = time.elapsed();
        try {
            awaitStop(session, account, limit);
            if (!hasEnded(limit.map(whole -> whole.minus(time.elapsed().minus(begin))))) {
                running.terminal().complain("brum: not everything has ended in the time given");
                return account.ended(ExitCode.TIMED_OUT);
            }
            awaitGone(session.pid());
            lastWords.rest(account);
            return account.ended(ExitCode.OK);
        } catch (IOException e) {
            throw new UsageException("whether the fleet has ended cannot be found out: " + e.getMessage(), e);
        }
    }

    private void awaitStop(Session session, Account account, Optional<Duration> limit)
            throws SessionException, InterruptedException {
        try {
            var ignored = new Awaiting(session, time, account).until(Goal.STOPPED, limit);
        } catch (SessionOverException over) {
            // That is what was asked for.
        }
    }

    /** Whether the folder has no owner any more: nothing of the fleet is left, and another may begin. */
    private boolean hasEnded(Optional<Duration> limit) throws IOException {
        Duration begin = time.elapsed();
        while (FleetLock.isHeld(running.own())) {
            if (limit.filter(most -> time.elapsed().minus(begin).compareTo(most) >= 0).isPresent()) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    /**
     * Waits for the fleet's own process too: it gives the folder back before it goes, and whoever asked for the end may
     * look next at what is left, or remove the folder.
     */
    private void awaitGone(long pid) {
        Duration begin = time.elapsed();
        while (isRunning(pid) && time.elapsed().minus(begin).compareTo(GOING) < 0) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** A process that ended and that nobody has asked about yet has no command any more. */
    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .isPresent();
    }
}
