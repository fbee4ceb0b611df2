package dev.brummer.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.brummer.config.ConfigLoader;
import dev.brummer.discovery.Discovery;
import dev.brummer.process.CallerLimits;
import dev.brummer.process.DaemonThreads;
import dev.brummer.process.ProcessEngine;
import dev.brummer.runtime.RuntimeModule;
import dev.brummer.runtime.plugins.PluginSearch;
import dev.brummer.server.RemoteSession;
import dev.brummer.server.ServerModule;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where {@code brum} begins and ends. What the first service waits for is made on two cores at once: the wiring and the
 * links to the system on one, command line and project on the other.
 */
public final class Main {
    private static final String PREFIX = "brum: ";

    private final CallerEnvironment caller = CallerEnvironment.ofThisProcess();
    private final boolean onTerminal = Boolean.getBoolean("brum.terminal");
    private final Terminal plain =
            new Terminal(onTerminal, ColourChoice.AUTO.decide(caller.variables(), onTerminal));
    private final CompletableFuture<Verb> verb = new CompletableFuture<>();
    private final CompletableFuture<Terminal> terminal = new CompletableFuture<>();
    private final CompletableFuture<PluginSearch> plugins = new CompletableFuture<>();
    private final CompletableFuture<LoadedProject> project = new CompletableFuture<>();
    private final CompletableFuture<Injector> wired = new CompletableFuture<>();

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
        DaemonThreads.start("wiring", this::wire);
        try {
            CommandLines.Meaning meaning =
                    new CommandLines(Verb.ALL).read(arguments, Path.of("").toAbsolutePath(), Version.text());
            if (meaning instanceof CommandLines.Meaning.Run(var meant, var invocation)) {
                verb.complete(meant);
                return run(meant, invocation);
            }
            plain.print(((CommandLines.Meaning.Tell) meaning).text());
            return ExitCode.OK;
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
        if (meant.asksFleet()) {
            DaemonThreads.start("asking", RemoteSession::warm);
        }
        PluginSearch search = new PluginSearch(invocation.global().folder(), caller.variables());
        ConfigLoader loader = new ConfigLoader(search::known, new Discovery());
        project.complete(LoadedProject.load(loader, meant, invocation, caller, console));
        plugins.complete(search);
        return wired.join().getInstance(meant.command()).run(invocation);
    }

    /** Wires everything, and links what the first start calls. */
    private void wire() {
        try {
            wired.complete(Guice.createInjector(
                    Stage.DEVELOPMENT,
                    new RuntimeModule(() -> plugins.join().found(), CallerLimits.of(System.getProperty("brum.open-files"))),
                    new ServerModule(),
                    new CliModule(terminal::join, caller, project::join)));
        } catch (RuntimeException | Error e) {
            wired.completeExceptionally(e);
        }
        // Whoever asks calls nothing of the system but the terminal's size.
        if (onTerminal || !verb.join().asks()) {
            ProcessEngine.warm();
        }
    }
}
