package dev.brummer.cli;

import dev.brummer.api.SessionEnd;
import dev.brummer.cli.prompt.Prompt;
import dev.brummer.cli.prompt.Quitting;
import dev.brummer.process.UnsupportedSystemException;
import dev.brummer.runtime.FleetRunsException;
import dev.brummer.runtime.OwnedSession;
import dev.brummer.runtime.SessionRefusedException;
import dev.brummer.runtime.SessionStarter;
import dev.brummer.runtime.SystemTime;
import dev.brummer.runtime.UpOptions;
import jakarta.inject.Provider;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code brum up}: the main job. */
final class UpCommand implements Command {
    static final Verb VERB = Verb.naming(
            "up",
            "[SERVICE|STAGE…]",
            "start services in dependency order and stay with them",
            UpCommand::options,
            Wanted::overrides,
            UpCommand.class);

    private final LoadedProject projects;
    private final SessionStarter starter;
    private final Terminal terminal;
    private final SignalTraps signals;
    private final Provider<Prompts> prompts;
    private final Provider<Detaching> detaching;
    private final Provider<Joining> joining;
    private final Provider<ScriptsCommand> scripts;
    private final SystemTime time;

    UpCommand(
            LoadedProject projects,
            SessionStarter starter,
            Terminal terminal,
            SignalTraps signals,
            Provider<Prompts> prompts,
            Provider<Detaching> detaching,
            Provider<Joining> joining,
            Provider<ScriptsCommand> scripts,
            SystemTime time) {
        this.projects = projects;
        this.starter = starter;
        this.terminal = terminal;
        this.signals = signals;
        this.prompts = prompts;
        this.detaching = detaching;
        this.joining = joining;
        this.scripts = scripts;
        this.time = time;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag("d", "detach", "run in the background; return when all is started"))
                .addOption(GlobalOptions.flag(null, "wait", "with --detach: return when all is ready, or exit 1"))
                .addOption(GlobalOptions.flag(null, "no-deps", "start the named services alone, without what they wait for"))
                .addOption(GlobalOptions.flag(null, "dry-run", "print the plan, and do nothing"))
                .addOption(GlobalOptions.flag(null, "fail-fast", "stop everything at the first failure"))
                .addOption(Answering.timeout("all must be ready within this time, or exit 124"))
                .addOption(GlobalOptions.repeatable(null, "env", "K=V", "set a variable for every service; beats all others"))
                .addOption(GlobalOptions.repeatable(
                        null, "external", "SERVICE", "somebody else runs it: wait for its check, never start it"))
                .addOption(GlobalOptions.repeatable(
                        null, "debug", "SERVICE", "open its Node or JVM debugger, and say where; may be repeated"))
                .addOption(GlobalOptions.repeatable(null, "scale", "SERVICE=N", "run this many copies of a service"))
                .addOption(GlobalOptions.flag(null, "timestamps", "show when each line came"))
                .addOption(GlobalOptions.flag(null, "no-prefix", "do not show who wrote a line"))
                .addOption(GlobalOptions.flag(null, "no-prompt", "read nothing that is typed; show the stream alone"))
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "text, json: one object a line, or none"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        CommandLine typed = invocation.typed();
        if (invocation.bare() && projects.unwarned().choice().isFound()) {
            return alone(invocation);
        }
        Wanted wanted = Wanted.of(projects, typed);
        for (String note : wanted.notes()) {
            terminal.complain("brum: " + note);
        }
        if (typed.hasOption("dry-run")) {
            terminal.print(new PlanText(wanted.project(), wanted.graph()).text());
            return ExitCode.OK;
        }
        return typed.hasOption("detach")
                ? detaching.get().up(wanted, invocation)
                : supervise(wanted, invocation);
    }

    /** Where no file says what would start, a person sees what there is, and starts some of it at the prompt. */
    private ExitCode alone(Invocation invocation) throws UsageException {
        boolean prompt = prompts.get().possible();
        scripts.get().list(prompt);
        return prompt ? supervise(Wanted.nothing(projects), invocation) : ExitCode.OK;
    }

    private ExitCode supervise(Wanted wanted, Invocation invocation) throws UsageException {
        try {
            OwnedSession session =
                    starter.start(wanted.reading(), wanted.source(), wanted.options(), invocation.line() + "up");
            Interrupts interrupts = new Interrupts(session::stop, session::kill, time::elapsed);
            signals.onEnd(interrupts);
            boolean prompt = wanted.options().output() == UpOptions.Output.CONSOLE
                    && terminal.interactive()
                    && !invocation.typed().hasOption("no-prompt");
            SessionEnd end = prompt ? prompted(session, wanted, interrupts) : awaitEnd(session);
            return interrupts.forced() ? ExitCode.FORCED : switch (end) {
                case AS_ASKED -> ExitCode.OK;
                case FAILED -> ExitCode.FAILED;
                case TIMED_OUT -> ExitCode.TIMED_OUT;
            };
        } catch (FleetRunsException e) {
            if (wanted.options().output() == UpOptions.Output.NONE) {
                // Nobody sees it: whoever started it in the background joins instead.
                throw new UsageException(String.valueOf(e.getMessage()), e);
            }
            return joining.get().stay(wanted, invocation);
        } catch (SessionRefusedException | UnsupportedSystemException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private SessionEnd prompted(OwnedSession session, Wanted wanted, Interrupts interrupts) {
        Optional<Prompt> prompt = prompts.get().open(
                session,
                session.view(),
                Quitting.stopping(() -> interrupts.ask("/quit")),
                wanted.project().folder().resolve(".brummer"));
        try {
            return awaitEnd(session);
        } finally {
            prompt.ifPresent(Prompt::close);
        }
    }

    private static SessionEnd awaitEnd(OwnedSession session) {
        return session.end().toCompletableFuture().join();
    }
}
