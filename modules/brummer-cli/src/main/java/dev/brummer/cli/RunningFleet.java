package dev.brummer.cli;

import dev.brummer.api.InstanceView;
import dev.brummer.api.RefusedException;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.runtime.folder.FleetLock;
import dev.brummer.server.RemoteSession;
import dev.brummer.spi.ServiceId;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The fleet that runs in the folder, for commands that ask it or do something to it. */
final class RunningFleet {
    /** A fleet that begins says within so long how it is reached. */
    private static final Duration BEGINNING = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final LoadedProject projects;
    private final Terminal terminal;

    @Inject
    RunningFleet(LoadedProject projects, Terminal terminal) {
        this.projects = projects;
        this.terminal = terminal;
    }

    /** Something that is done with a session. */
    @FunctionalInterface
    interface Work {
        ExitCode on(RemoteSession session) throws SessionException, UsageException, InterruptedException;
    }

    /** {@code .brummer} of the project. */
    Path own() {
        return projects.folder().resolve(".brummer");
    }

    Terminal terminal() {
        return terminal;
    }

    /**
     * Does something with the session; says so where there is none.
     *
     * @throws UsageException if the session refuses what was asked for
     */
    ExitCode with(Work work) throws UsageException {
        Optional<RemoteSession> session = find();
        if (session.isEmpty()) {
            terminal.complain("brum: nothing runs in " + projects.folder() + "; 'brum up -d' starts it");
            return ExitCode.NOTHING_RUNS;
        }
        return with(session.get(), work);
    }

    /**
     * Does something with a session that has been found.
     *
     * @throws UsageException if the session refuses what was asked for
     */
    ExitCode with(RemoteSession session, Work work) throws UsageException {
        try {
            return work.on(session);
        } catch (RefusedException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        } catch (SessionOverException e) {
            terminal.complain("brum: " + e.getMessage());
            return ExitCode.NOTHING_RUNS;
        } catch (SessionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a command", e);
        }
    }

    /**
     * The session of whoever owns the folder now; waits for one that is just beginning.
     *
     * @throws UsageException if the folder cannot be read
     */
    Optional<RemoteSession> find() throws UsageException {
        try {
            return look();
        } catch (IOException e) {
            throw new UsageException("how the fleet is reached cannot be read: " + e.getMessage(), e);
        }
    }

    /** The ports of services that have some, or of their first copies; none where the session has just ended. */
    Map<ServiceId, List<Integer>> ports(Session session) {
        Map<ServiceId, List<Integer>> ports = new HashMap<>();
        try {
            for (InstanceView instance : session.fleet().instances()) {
                ports.putIfAbsent(instance.id().service(), instance.ports());
            }
            return ports;
        } catch (SessionException e) {
            return Map.of();
        }
    }

    private Optional<RemoteSession> look() throws IOException {
        for (long looks = BEGINNING.dividedBy(LOOK); looks > 0 && FleetLock.isHeld(own()); looks--) {
            Optional<RemoteSession> session = RemoteSession.find(own(), FleetLock.owner(own()));
            if (session.isPresent()) {
                return session;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return Optional.empty();
    }
}
