package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.environment.Environments;
import dev.brummer.core.environment.RunEnvironment;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.core.supervision.Exit;
import dev.brummer.core.text.Printable;
import dev.brummer.runtime.alert.AlertJson;
import dev.brummer.runtime.alert.AlertNews;
import dev.brummer.spi.CheckContext.CommandResult;
import dev.brummer.spi.CommandLine;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs a command in the project's folder for each alert. */
final class CommandCourier implements AlertCourier {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Command command;
    private final Engine engine;
    private final Supplier<Setup> setup;

    CommandCourier(Command command, Engine engine, Supplier<Setup> setup) {
        this.command = command;
        this.engine = engine;
        this.setup = setup;
    }

    @Override
    public void carry(AlertNews news) throws IOException, InterruptedException {
        try {
            Setup now = setup.get();
            RunEnvironment environment = Environments.of(now.project(), now.ports().ports());
            run(engine, now, environment.command(command), environment.variables(), news);
        } catch (UnresolvedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** @throws IOException if it could not be run, did not end in time, or ended as a failure */
    static void run(Engine engine, Setup setup, CommandLine line, Map<String, String> environment, AlertNews news)
            throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(news.variables());
        StartOrder order = new StartOrder(
                        news.subject().instance(), 0, line, setup.project().folder(), variables, List.of())
                .reading(AlertJson.line(news));
        CommandResult result = BoundedCommand.run(engine, order, LONGEST, "the command");
        if (result.exitCode() != 0) {
            List<String> said = result.output().strip().lines().toList();
            String last = said.isEmpty() ? "" : ": " + Printable.of(said.getLast());
            throw new IOException("the command ended with " + new Exit(result.exitCode()).words() + last);
        }
    }
}
