package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.cli.prompt.Proposal;
import dev.brummer.cli.prompt.SlashCommand;
import java.util.List;

/** {@code /run}: starts more of the project than was asked for at first. What comes of it, the stream shows. */
record RunVerb(Session session) implements SlashCommand {
    @Override
    public Usage usage() {
        return new Usage("run", "NAME…", "start more of the project, and run what has ended again");
    }

    @Override
    public Reply run(String operand) {
        List<String> words = FleetVerb.words(operand);
        if (words.isEmpty()) {
            return new Reply.Text("which? " + usage().typed());
        }
        try {
            FleetView ignored = session.run(words);
            return Reply.QUIET;
        } catch (SessionException e) {
            return new Reply.Text(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<Proposal> proposals(String word) {
        try {
            return session.runnable().stream().map(name -> new Proposal(name, "", true)).toList();
        } catch (SessionException e) {
            // Completion offers what there is; whoever runs something is told what is wrong.
            return List.of();
        }
    }
}
