package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.runtime.SystemTime;
import dev.brummer.runtime.folder.FleetLock;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import dev.brummer.api.InstanceView;
import dev.brummer.spi.InstanceId;
import org.apache.commons.cli.Options;

/** {@code brum down}: ends the fleet, and returns when nothing of it is left. */
final class DownCommand implements Command {
    static final Verb VERB = Verb.operating(
            "down", "", "stop everything, wherever it was started", DownCommand::options, DownCommand.class);

    private static final Duration LOOK = Duration.ofMillis(10);

    private final RunningFleet running;
    private final SystemTime time;

    @Inject
    DownCommand(RunningFleet running, SystemTime time) {
        this.running = running;
        this.time = time;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag(null, "now", "end everything at once, without asking it"))
                .addOption(Answering.timeout("wait no longer, and exit 124"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        Optional<Duration> limit = Answering.timeout(invocation.typed());
        boolean now = invocation.typed().hasOption("now");
        Duration begin = time.elapsed();
        return running.with(session -> {
            FleetView before = session.fleet();
            if (now) {
                session.kill("brum down --now");
            } else {
                session.stop("brum down");
            }
            awaitStop(session, before, limit);
            return awaitEnd(limit.map(whole -> whole.minus(time.elapsed().minus(begin))));
        });
    }

    /** Tells how it goes as long as the session answers. */
    private void awaitStop(Session session, FleetView before, Optional<Duration> limit)
            throws SessionException, InterruptedException {
        Set<InstanceId> all = new LinkedHashSet<>();
        before.instances().stream().map(InstanceView::id).forEach(all::add);
        try {
            var ignored = new Awaiting(session, time, line -> running.terminal().print(line + "\n"))
                    .until(Goal.STOPPED, all, before, limit);
        } catch (SessionOverException over) {
            // That is what was asked for.
        }
    }

    /** The folder has no owner any more: nothing of the fleet is left, and another may begin. */
    private ExitCode awaitEnd(Optional<Duration> limit) throws UsageException {
        Duration begin = time.elapsed();
        try {
            while (FleetLock.isHeld(running.own())) {
                if (limit.filter(most -> time.elapsed().minus(begin).compareTo(most) >= 0).isPresent()) {
                    running.terminal().complain("brum: not everything has ended in the time given");
                    return ExitCode.TIMED_OUT;
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UsageException("whether the fleet has ended cannot be found out: " + e.getMessage(), e);
        }
    }
}
