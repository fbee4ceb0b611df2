package dev.brummer.cli;

import dev.brummer.api.SessionException;
import dev.brummer.cli.prompt.Names;
import dev.brummer.cli.prompt.Proposal;
import dev.brummer.cli.prompt.SlashCommand;
import java.util.List;

/** A verb of the prompt that tells something of some services, or of all. */
record ReportVerb(Usage usage, Names names, Report report) implements SlashCommand {
    /** Tells it. */
    @FunctionalInterface
    interface Report {
        /** @param words the services; none for all */
        String of(List<String> words) throws SessionException;
    }

    @Override
    public Reply run(String operand) {
        try {
            return new Reply.Text(report.of(FleetVerb.words(operand)).stripTrailing());
        } catch (SessionException e) {
            return new Reply.Text(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<Proposal> proposals(String word) {
        return FleetVerb.services(names);
    }
}
