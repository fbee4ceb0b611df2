package dev.brummer.cli;

import dev.brummer.api.FleetConnections;
import dev.brummer.cli.board.ConnectionsText;
import dev.brummer.server.ViewJson;
import jakarta.inject.Inject;
import org.apache.commons.cli.Options;

/** {@code brum connections}: who is connected to whom. */
final class ConnectionsCommand implements Command {
    static final Verb VERB = Verb.operating(
            "connections",
            "[SERVICE|STAGE…]",
            "count who is connected to which service or database",
            ConnectionsCommand::options,
            ConnectionsCommand.class);

    private final RunningFleet running;
    private final FleetPage page;

    @Inject
    ConnectionsCommand(RunningFleet running, FleetPage page) {
        this.running = running;
        this.page = page;
    }

    private static Options options() {
        return new Options().addOption(Answering.output());
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        boolean json = Answering.json(invocation);
        return running.with(session -> {
            FleetConnections connections = session.connections(invocation.typed().getArgList());
            running.terminal().print(json
                    ? ViewJson.line(connections)
                    : ConnectionsText.of(connections, page.of(session.fleet())));
            return ExitCode.OK;
        });
    }
}
