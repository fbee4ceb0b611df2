package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.Session;
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

    /**
     * Starts one.
     *
     * @param arguments everything behind {@code brum}
     * @throws UsageException if it cannot be started
     */
    Begun begin(List<String> arguments) throws UsageException {
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

    /**
     * Waits until all of a fleet has got somewhere, and tells what it comes through.
     *
     * @param limit how long to wait; empty for as long as it takes
     * @throws UsageException if the session refuses
     */
    ExitCode await(RemoteSession session, Goal goal, Optional<Duration> limit) throws UsageException {
        return running.with(session, asked -> await(asked, session.project().pid(), goal, limit));
    }

    private ExitCode await(Session session, long pid, Goal goal, Optional<Duration> limit)
            throws SessionException, InterruptedException {
        FleetView begin = session.fleet();
        Set<InstanceId> all = new LinkedHashSet<>();
        begin.instances().stream().map(InstanceView::id).forEach(all::add);
        try {
            var awaiting = new Awaiting(session, time, line -> running.terminal().print(line + "\n"));
            Goal.Progress progress = awaiting.until(goal, all, begin, limit);
            FleetView fleet = session.fleet();
            running.terminal().print(PsText.summary(fleet) + "; it runs on in the background, supervised by pid "
                    + pid + "\n");
            return Awaited.code(progress, goal, limit, running.terminal());
        } catch (SessionOverException e) {
            return lastWords.tell();
        }
    }
}
