package dev.brummer.cli;

import dev.brummer.api.EnvironmentView;
import dev.brummer.cli.board.EnvironmentLines;
import dev.brummer.cli.board.EnvironmentText;
import dev.brummer.server.ViewJson;
import jakarta.inject.Inject;
import org.apache.commons.cli.Options;

/** {@code brum env}: what a service was started with. */
final class EnvCommand implements Command {
    static final Verb VERB = Verb.operating(
            "env",
            "SERVICE",
            "show the environment that a service was started with",
            EnvCommand::options,
            EnvCommand.class);

    private final RunningFleet running;
    private final FleetPage page;

    @Inject
    EnvCommand(RunningFleet running, FleetPage page) {
        this.running = running;
        this.page = page;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag(null, "reveal", "show secrets"))
                .addOption(OneInstance.option())
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "text, json, dotenv or shell"));
    }

    /** Writes an environment in one of the formats. */
    @FunctionalInterface
    private interface Writer {
        String text(EnvironmentView environment);
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        Writer writer = writer(invocation);
        OneInstance one = OneInstance.of(invocation);
        boolean reveal = invocation.typed().hasOption("reveal");
        return running.with(session -> {
            running.terminal().print(writer.text(session.environment(one.in(session), reveal)));
            return ExitCode.OK;
        });
    }

    private Writer writer(Invocation invocation) throws UsageException {
        String format = invocation.typed().getOptionValue("output", "text");
        return switch (format) {
            case "text" -> environment -> EnvironmentText.of(environment, page.plain());
            case "json" -> ViewJson::line;
            case "dotenv" -> EnvironmentLines::dotenv;
            case "shell" -> EnvironmentLines::shell;
            default ->
                throw new UsageException("env --output takes text, json, dotenv or shell, not '" + format + "'");
        };
    }
}
