package dev.brummer.cli.prompt;

import dev.brummer.api.QueryFaultException;
import dev.brummer.api.StreamView;
import java.util.List;

/** {@code /show QUERY}; without a query, everything is shown again. */
final class ShowCommand implements SlashCommand {
    private static final Usage USAGE =
            new Usage("show", "QUERY", "show only the lines that match; without a query, show everything again");

    private final StreamView view;
    private final QueryWords words;

    ShowCommand(StreamView view, QueryWords words) {
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
            view.clear();
        } else {
            view.show(query);
        }
        return Reply.QUIET;
    }

    @Override
    public List<Proposal> proposals(String word) {
        return words.proposals(word);
    }
}
