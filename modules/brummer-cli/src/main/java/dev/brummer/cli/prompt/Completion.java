package dev.brummer.cli.prompt;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Offers what the commands propose to the line editor. */
final class Completion implements Completer {
    private final SlashCommands commands;

    Completion(SlashCommands commands) {
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String typed = line.line().substring(0, line.cursor());
        for (Proposal proposal : commands.proposals(Typed.of(typed))) {
            candidates.add(candidate(proposal));
        }
    }

    private static Candidate candidate(Proposal proposal) {
        @Nullable String meaning = proposal.meaning().isEmpty() ? null : proposal.meaning();
        return new Candidate(proposal.text(), proposal.text(), null, meaning, null, null, proposal.whole());
    }
}
