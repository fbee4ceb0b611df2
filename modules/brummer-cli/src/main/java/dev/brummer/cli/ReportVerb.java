package dev.brummer.cli;

import dev.brummer.api.SessionException;
import dev.brummer.cli.prompt.Proposal;
import dev.brummer.cli.prompt.SlashCommand;
import java.util.List;
import java.util.function.Supplier;

/**
 * A verb of the prompt that tells something of some services, or of all.
 *
 * @param choices what may stand behind it
 */
record ReportVerb(Usage usage, Supplier<List<Proposal>> choices, Report report) implements SlashCommand {
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
        return choices.get();
    }
}
