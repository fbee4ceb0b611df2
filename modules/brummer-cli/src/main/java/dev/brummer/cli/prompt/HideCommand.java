package dev.brummer.cli.prompt;

import dev.brummer.api.QueryFaultException;
import dev.brummer.api.StreamView;
import java.util.List;

/** {@code /hide QUERY}. */
final class HideCommand implements SlashCommand {
    private static final Usage USAGE =
            new Usage("hide", "QUERY", "hide the lines that match");

    private final StreamView view;
    private final QueryWords words;

    HideCommand(StreamView view, QueryWords words) {
        this.view = view;
        this.words = words;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Reply run(String query) throws QueryFaultException {
        if (query.isEmpty()) {
            return new Reply.Text("what is to be hidden? /hide QUERY; /show alone shows everything again");
        }
        view.hide(query);
        return Reply.QUIET;
    }

    @Override
    public List<Proposal> proposals(String word) {
        return words.proposals(word);
    }
}
