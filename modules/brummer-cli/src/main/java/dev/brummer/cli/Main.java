package dev.brummer.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.brummer.process.CallerLimits;
import dev.brummer.process.DaemonThreads;
import dev.brummer.process.ProcessEngine;
import dev.brummer.runtime.Groundwork;
import dev.brummer.runtime.RuntimeModule;
import dev.brummer.server.RemoteSession;
import dev.brummer.server.ServerModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code brum} begins and ends. What takes time is done on two cores at once: the links to the system, or the wiring
 * of commands that start nothing, on one, the project on the other.
 */
public final class Main {
    private static final String PREFIX = "brum: ";

    private final CallerEnvironment caller = CallerEnvironment.ofThisProcess();
    private final boolean onTerminal = Boolean.getBoolean("brum.terminal");
    private final Terminal plain =
            new Terminal(onTerminal, ColourChoice.AUTO.decide(caller.variables(), onTerminal));
    private final CompletableFuture<Verb> verb = new CompletableFuture<>();
    private final CompletableFuture<Terminal> terminal = new CompletableFuture<>();
    private final CompletableFuture<LoadedProject> project = new CompletableFuture<>();
    private final Groundwork groundwork = new Groundwork(CallerLimits.of(System.getProperty("brum.open-files")));
    private @Nullable Injector injector;

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(perform(List.of(arguments)).number());
    }

    /** Runs one command; returns its code. */
    static Outcome perform(List<String> arguments) {
        return new Main().run(arguments);
    }

    private Outcome run(List<String> arguments) {
        try {
            CommandLines.Meaning meaning =
                    new CommandLines(Verb.ALL).read(arguments, Path.of("").toAbsolutePath(), Version.text());
            return switch (meaning) {
                case CommandLines.Meaning.Run(var meant, var invocation) -> {
                    verb.complete(meant);
                    yield run(meant, invocation);
                }
                case CommandLines.Meaning.Tell(var text) -> {
                    plain.print(text);
                    yield written(plain, ExitCode.OK);
                }
            };
        } catch (UsageException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.isEmpty() && !(verb.isDone() && verb.join().isHidden())) {
                plain.complain(PREFIX + message);
            }
            return ExitCode.USAGE;
        }
    }

    private Outcome run(Verb meant, Command.Invocation invocation) throws UsageException {
        boolean colour = invocation.global().colour().decide(caller.variables(), onTerminal);
        Terminal console = new Terminal(onTerminal, colour);
        terminal.complete(console);
        warm(meant);
        project.complete(LoadedProject.load(meant, invocation, caller, console));
        return written(console, command(meant).run(invocation));
    }

    /** The outcome of a command, unless somebody misses what it had to say. */
    private static Outcome written(Terminal to, Outcome outcome) throws UsageException {
        Optional<OutputException> unwritten = to.unwritten();
        if (unwritten.isPresent()) {
            throw new UsageException(String.valueOf(unwritten.get().getMessage()), unwritten.get());
        }
        return outcome;
    }

    /** Does on the other core what will be needed. */
    private void warm(Verb meant) {
        if (meant.asksFleet()) {
            DaemonThreads.start("asking", RemoteSession::warm);
        }
        // Whoever asks calls nothing of the system but the terminal's size.
        if (onTerminal || !meant.asks()) {
            DaemonThreads.start("linking", ProcessEngine::warm);
        }
        if (!isByHand(meant)) {
            DaemonThreads.start("wiring", this::injector);
        }
    }

    /** Whether it begins without an injector, which takes 70 ms of a core. */
    private static boolean isByHand(Verb meant) {
        return meant == UpCommand.VERB || meant == LogsCommand.VERB;
    }

    private Command command(Verb meant) {
        if (!isByHand(meant)) {
            return wired(meant.command());
        }
        LoadedProject of = project.join();
        return meant == UpCommand.VERB
                ? new UpAssembly(groundwork, this::wired).up(of, of.plugins(), terminal.join())
                : LogsCommand.byHand(of, terminal.join(), groundwork.time());
    }

    private <T> T wired(Class<T> type) {
        return injector().getInstance(type);
    }

    private synchronized Injector injector() {
        Injector known = injector;
        if (known == null) {
            known = Guice.createInjector(
                    Stage.DEVELOPMENT,
                    new RuntimeModule(() -> project.join().plugins(), groundwork),
                    new ServerModule(),
                    new CliModule(terminal::join, caller, project::join));
            injector = known;
        }
        return known;
    }
}
