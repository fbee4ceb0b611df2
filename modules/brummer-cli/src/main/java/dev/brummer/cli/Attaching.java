package dev.brummer.cli;

import dev.brummer.cli.prompt.Prompt;
import dev.brummer.cli.prompt.Quitting;
import dev.brummer.runtime.AttachedStream;
import dev.brummer.runtime.SystemTime;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Following;
import dev.brummer.runtime.history.Start;
import dev.brummer.runtime.history.Starts;
import dev.brummer.runtime.history.StoredOutput;
import dev.brummer.server.RemoteSession;
import dev.brummer.spi.OutputSink;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shows the stream of a fleet that another process supervises, with a prompt below it; whoever leaves, leaves it running.
 */
final class Attaching {
    private final Histories histories;
    private final Terminal terminal;
    private final SignalTraps signals;
    private final Prompts prompts;
    private final SystemTime time;

    @Inject
    Attaching(Histories histories, Terminal terminal, SignalTraps signals, Prompts prompts, SystemTime time) {
        this.histories = histories;
        this.terminal = terminal;
        this.signals = signals;
        this.prompts = prompts;
        this.time = time;
    }

    /**
     * Shows it until it ends or the person leaves.
     *
     * @return the exit code of the fleet, where it ended; that all is well, where the person left
     * @throws UsageException if the stream cannot be read
     */
    ExitCode stay(RemoteSession session, StreamLook look) throws UsageException {
        try {
            Start start = Starts.in(histories.own()).newest();
            try (Archive archive = Archive.open(start)) {
                return stay(session, look, start, archive);
            }
        } catch (OutputException e) {
            // Why, is said where that matters to somebody.
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UsageException("the stream cannot be shown: " + e.getMessage(), e);
        }
    }

    private ExitCode stay(RemoteSession session, StreamLook look, Start start, Archive archive)
            throws IOException, UsageException {
        StoredOutput output = histories.output(archive);
        try (OutputSink sink = look.json() ? output.json() : output.text(look.timestamps(), look.prefix())) {
            var fleet = new AttachedStream.Fleet(
                    session,
                    archive,
                    () -> Archive.open(start),
                    histories::investigation,
                    new Following(archive.reader(), histories.own()));
            boolean maySkip = terminal.interactive() && !look.json();
            var stream = new AttachedStream(fleet, sink, output::attribution, maySkip, time);
            return stay(session, look, stream, archive);
        }
    }

    private ExitCode stay(RemoteSession session, StreamLook look, AttachedStream stream, Archive archive)
            throws IOException {
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            left.set(true);
            stream.leave();
        };
        signals.onEnd(_ -> leave.run());
        Optional<Prompt> prompt = look.prompt()
                ? prompts.open(session, stream.view(), Quitting.leaving(leave), histories.own())
                : Optional.empty();
        try {
            stream.show();
        } finally {
            prompt.ifPresent(Prompt::close);
        }
        if (left.get()) {
            terminal.complain("brum: left; everything runs on, supervised by pid " + session.pid()
                    + "; 'brum down' ends it");
            return ExitCode.OK;
        }
        return archive.reader().end().map(end -> ExitCode.of(end.exit())).orElse(ExitCode.FAILED);
    }
}
