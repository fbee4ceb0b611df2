package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.cli.board.PsText;
import dev.brummer.process.BackgroundProcess;
import dev.brummer.process.CallerLimits;
import dev.brummer.runtime.SystemTime;
import dev.brummer.runtime.folder.FleetLock;
import dev.brummer.server.RemoteSession;
import dev.brummer.spi.InstanceId;
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
        Goal goal = invocation.typed().hasOption("wait") ? Goal.READY : Goal.STARTED;
        Optional<Duration> limit = Answering.timeout(invocation.typed());
        Optional<RemoteSession> running = this.running.find();
        if (running.isPresent()) {
            return join(running.get(), wanted, goal, limit);
        }
        return switch (begin(new Retyped(invocation, this.running.terminal().colour()).arguments())) {
            case Begun.Fleet(var session) -> this.running.with(session, _ -> await(session, session.fleet(), goal, limit));
            case Begun.SomebodyElses() ->
                join(
                        this.running.find().orElseThrow(() -> new UsageException(
                                "a fleet that was being started by somebody else has ended; try again")),
                        wanted,
                        goal,
                        limit);
            case Begun.Ended(var code) -> code;
        };
    }

    private ExitCode join(RemoteSession session, Wanted wanted, Goal goal, Optional<Duration> limit)
            throws UsageException {
        return running.with(session, _ -> await(session, Joining.join(session, wanted), goal, limit));
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
    private ExitCode await(RemoteSession session, FleetView begin, Goal goal, Optional<Duration> limit)
            throws SessionException, InterruptedException {
        Set<InstanceId> all = new LinkedHashSet<>();
        begin.instances().stream().map(InstanceView::id).forEach(all::add);
        try {
            var awaiting = new Awaiting(session, time, line -> running.terminal().print(line + "\n"));
            Goal.Progress progress = awaiting.until(goal, all, begin, limit);
            running.terminal().print(PsText.summary(session.fleet())
                    + "; it runs on in the background, supervised by pid " + session.pid() + "\n");
            return Awaited.code(progress, goal, limit, running.terminal());
        } catch (SessionOverException e) {
            return lastWords.tell();
        }
    }
}
