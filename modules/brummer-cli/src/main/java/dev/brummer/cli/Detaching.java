package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.cli.board.PsText;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.StageId;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.process.BackgroundProcess;
import dev.brummer.process.CallerLimits;
import dev.brummer.runtime.SystemTime;
import dev.brummer.runtime.folder.FleetLock;
import dev.brummer.runtime.history.Start;
import dev.brummer.runtime.history.Starts;
import dev.brummer.server.RemoteSession;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Starts a fleet in the background, and waits until it is where it is meant to be. */
final class Detaching {
    /** What the process in the background writes of itself: usually nothing. */
    private static final String OUTPUT = "background.log";

    private static final Duration LOOK = Duration.ofMillis(10);

    private final RunningFleet running;
    private final LastWords lastWords;
    private final CallerLimits limits;
    private final SystemTime time;

    @Inject
    Detaching(RunningFleet running, LastWords lastWords, CallerLimits limits, SystemTime time) {
        this.running = running;
        this.lastWords = lastWords;
        this.limits = limits;
        this.time = time;
    }

    /** What came of an attempt to start a fleet. */
    sealed interface Begun {
        /** It can be asked. */
        record Fleet(RemoteSession session) implements Begun {}

        /** Somebody else was quicker, and owns the folder. */
        record SomebodyElses() implements Begun {}

        /** It ended before it could be asked. */
        record Ended(ExitCode code) implements Begun {}
    }

    /** Starts one, or joins the one that runs already, and waits until all is started, or ready. */
    ExitCode up(Wanted wanted, Command.Invocation invocation) throws UsageException {
        Optional<RemoteSession> session = running.find();
        if (session.isPresent()) {
            return join(session.get(), wanted, invocation);
        }
        Optional<Start> before = newest();
        return switch (begin(new Retyped(invocation, running.terminal().colour()).arguments())) {
            case Begun.Fleet(var begun) -> running.with(begun, _ -> await(begun, planned(wanted), wanted, invocation));
            case Begun.SomebodyElses() ->
                join(
                        running.find().orElseThrow(() -> new UsageException(
                                "a fleet that was being started by somebody else has ended; try again")),
                        wanted,
                        invocation);
            case Begun.Ended(var code) -> {
                Account account = account(planned(wanted), Optional.empty(), wanted);
                yield newest().equals(before) ? account.ended(code) : lastWords.tell(account);
            }
        };
    }

    private Optional<Start> newest() throws UsageException {
        try {
            return Starts.in(running.own()).all().reversed().stream().findFirst();
        } catch (IOException e) {
            throw new UsageException("the starts of this folder cannot be listed: " + e.getMessage(), e);
        }
    }

    /** The fleet before anything of it has begun: one that is short may be over before it has answered once. */
    private static FleetView planned(Wanted wanted) {
        List<InstanceView> instances = new ArrayList<>();
        for (InstanceId id : Fleet.idsOf(wanted.graph())) {
            ServiceSpec spec = wanted.project().service(id.service());
            instances.add(new InstanceView(
                    id,
                    spec.stage().map(StageId::name),
                    spec.isTask(),
                    wanted.options().external().contains(id.service()),
                    ServiceState.PENDING,
                    0,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
        }
        return new FleetView(wanted.project().name(), 0, false, instances);
    }

    private ExitCode join(RemoteSession session, Wanted wanted, Command.Invocation invocation) throws UsageException {
        return running.with(session, _ -> await(session, Joining.join(session, wanted), wanted, invocation));
    }

    private Account account(FleetView from, Optional<Long> supervisor, Wanted wanted) {
        Account.Form form = switch (wanted.options().output()) {
            case CONSOLE -> Account.Form.TEXT;
            case JSON -> Account.Form.JSON;
            case NONE -> Account.Form.NOTHING;
        };
        Set<InstanceId> all = new LinkedHashSet<>();
        from.instances().stream().map(InstanceView::id).forEach(all::add);
        return new Account(new Account.Deed("up", all, supervisor), form, from, running.terminal(), time::instant);
    }

    /**
     * Starts one.
     *
     * @param arguments everything behind {@code brum}
     * @throws UsageException if it cannot be started
     */
    private Begun begin(List<String> arguments) throws UsageException {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(arguments);
        Path output = running.own().resolve(OUTPUT);
        try {
            FleetLock.prepare(running.own());
            var process = BackgroundProcess.start(command, running.own(), output, limits);
            while (true) {
                var session = RemoteSession.find(running.own(), Long.toString(process.pid()));
                OptionalInt code = process.exitCode();
                if (session.isPresent()) {
                    return new Begun.Fleet(session.get());
                }
                if (code.isPresent()) {
                    return ended(code.getAsInt(), output);
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
        } catch (IOException e) {
            throw new UsageException("the fleet cannot be started in the background: " + e.getMessage(), e);
        }
    }

    /** It may have found the folder taken, or have done all there was to do. */
    private Begun ended(int code, Path output) throws IOException {
        if (code != 0 && FleetLock.isHeld(running.own())) {
            return new Begun.SomebodyElses();
        }
        String said = Files.readString(output);
        if (!said.isBlank()) {
            running.terminal().complain(said);
        }
        return new Begun.Ended(ExitCode.of(code));
    }

    private static Path launcher() {
        return Path.of(System.getProperty("brum.launcher", "brum")).toAbsolutePath().normalize();
    }

    /** Waits until all of a fleet has got somewhere, and tells what it comes through. */
    private ExitCode await(RemoteSession session, FleetView begin, Wanted wanted, Command.Invocation invocation)
            throws SessionException, InterruptedException, UsageException {
        Goal goal = invocation.typed().hasOption("wait") ? Goal.READY : Goal.STARTED;
        Optional<Duration> limit = Answering.timeout(invocation.typed());
        Account account = account(begin, Optional.of(session.pid()), wanted);
        try {
            Goal.Progress progress = new Awaiting(session, time, account).until(goal, limit);
            boolean over = account.latest().instances().stream().allMatch(each -> each.state().isOver());
            account.say(PsText.summary(account.latest())
                    + (over ? "; nothing of it runs any more"
                            : "; it runs on in the background, supervised by pid " + session.pid()));
            return account.came(progress, goal, limit);
        } catch (SessionOverException e) {
            return lastWords.tell(account);
        }
    }
}
