package dev.brummer.cli.prompt;

import java.util.List;

/** {@code /trace ID}. */
final class TraceCommand implements SlashCommand {
    private static final Usage USAGE =
            new Usage("trace", "ID", "tell how one request travelled through the services");

    private final Reports reports;
    private final Names names;

    TraceCommand(Reports reports, Names names) {
        this.reports = reports;
        this.names = names;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Reply run(String id) {
        return new Reply.Text(id.isEmpty() ? "which request? /trace ID" : reports.trace(id));
    }

    @Override
    public List<Proposal> proposals(String word) {
        return names.ids().get().stream().map(id -> Proposal.whole(id, "")).toList();
    }
}
