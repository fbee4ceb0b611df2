package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.RefusedException;
import dev.brummer.api.SessionException;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.process.UnsupportedSystemException;
import dev.brummer.runtime.FleetRunsException;
import dev.brummer.runtime.SessionRefusedException;
import dev.brummer.runtime.SessionStarter;
import dev.brummer.runtime.UpOptions;
import dev.brummer.runtime.history.Start;
import dev.brummer.runtime.history.Starts;
import dev.brummer.server.RemoteSession;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.util.Optional;

/** Brings up what a test needs: a fleet for it alone, or what is missing of the one that runs in the folder. */
final class TestBeds {
    private final Provider<SessionStarter> starter;
    private final Provider<Engine> engines;
    private final RunningFleet running;
    private final Histories histories;
    private final Terminal terminal;

    @Inject
    TestBeds(
            Provider<SessionStarter> starter,
            Provider<Engine> engines,
            RunningFleet running,
            Histories histories,
            Terminal terminal) {
        this.starter = starter;
        this.engines = engines;
        this.running = running;
        this.histories = histories;
        this.terminal = terminal;
    }

    /**
     * Begins to start the services; returns at once.
     *
     * @param again the command that would start them, for hints
     * @throws UsageException if that cannot be done
     */
    TestBed begin(Wanted wanted, String again) throws UsageException {
        Optional<RemoteSession> found = running.find();
        if (found.isPresent()) {
            return join(found.get(), wanted);
        }
        try {
            var session = starter.get()
                    .on(terminal.errors())
                    .start(wanted.reading(), wanted.source(), wanted.options(), again);
            return new TestBed.Own(session, engines.get(), Starts.ofThisProcess(running.own()));
        } catch (FleetRunsException e) {
            return join(running.find().orElseThrow(() -> new UsageException(String.valueOf(e.getMessage()), e)), wanted);
        } catch (SessionRefusedException | UnsupportedSystemException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UsageException("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    private TestBed join(RemoteSession session, Wanted wanted) throws UsageException {
        try {
            Start start = Starts.in(running.own()).newest();
            Optional<StreamEcho> echo = wanted.options().output() == UpOptions.Output.NONE
                    ? Optional.empty()
                    : Optional.of(StreamEcho.begin(histories, start, terminal));
            boolean joined = false;
            try {
                start(session, wanted);
                LoneEngine lone = LoneEngine.open(engines.get(), ServiceSpec.DEFAULT_STOP_GRACE_PERIOD, terminal);
                joined = true;
                return new TestBed.Shared(session, lone, start, echo);
            } finally {
                if (!joined) {
                    echo.ifPresent(StreamEcho::close);
                }
            }
        } catch (RefusedException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        } catch (SessionException e) {
            throw new UsageException("the fleet that ran here has just ended; try again", e);
        } catch (UnsupportedSystemException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UsageException("nothing can be run from here: " + e.getMessage(), e);
        }
    }

    private static void start(RemoteSession session, Wanted wanted) throws SessionException, UsageException {
        if (!wanted.graph().services().isEmpty()) {
            FleetView ignored = Joining.join(session, wanted);
        }
    }
}
