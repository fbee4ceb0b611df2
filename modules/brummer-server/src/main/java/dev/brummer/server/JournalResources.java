package dev.brummer.server;

import dev.brummer.api.SessionException;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Dialect;
import dev.brummer.logs.query.Query;
import dev.brummer.logs.query.QueryException;
import dev.brummer.logs.query.SlowQueryException;
import dev.brummer.runtime.history.LiveJournal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What has been written, and what is being written. */
final class JournalResources {
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private JournalResources() {}

    static List<Resource> all() {
        return List.of(
                Resource.get("/v1/journal", JournalResources::newest),
                Resource.get("/v1/journal/follow", JournalResources::follow),
                Resource.get("/v1/journal/unfinished", JournalResources::unfinished));
    }

    private static Reply newest(Call call) throws Fault, IOException {
        int limit = (int) Math.min(MOST, call.number("limit", USUAL));
        LiveJournal journal = call.session().history();
        var page = new JournalPage(journal, call.number("before", Long.MAX_VALUE));
        Optional<BoundQuery> query = query(call);
        try {
            return new Reply.Written(
                    (query.isPresent() ? page.meant(query.get(), limit) : page.everything(limit)).written());
        } catch (SlowQueryException e) {
            throw new Fault(400, "slow-query", String.valueOf(e.getMessage()));
        }
    }

    private static Reply follow(Call call) throws Fault, IOException {
        LiveJournal journal = call.session().history();
        long last = journal.lastSequence();
        long after = Call.number("Last-Event-ID", call.lastEventId(), call.number("after", last));
        if (after > last) {
            throw new Fault(400, "bad-parameter", "there is no entry " + after + " yet; the newest is " + last);
        }
        var stream = new EventStream(journal, new EventStream.Follow(query(call), after, EventStream.Pace.USUAL));
        return new Reply.Stream("text/event-stream", stream);
    }

    private static Reply unfinished(Call call) throws Fault, SessionException, InterruptedException {
        return new Reply.Value(call.session().unfinishedAfter(call.number("after", 0), call.patience()));
    }

    /** What is asked for; empty for everything. */
    private static Optional<BoundQuery> query(Call call) throws Fault, IOException {
        String text = call.parameter("query").orElse("");
        return text.isBlank() ? Optional.empty() : Optional.of(bound(text, call.session().history()));
    }

    /**
     * What a query means at this moment.
     *
     * @throws Fault if it is none, with the place
     * @throws IOException if the journal cannot be read
     */
    static BoundQuery bound(String text, LiveJournal journal) throws Fault, IOException {
        try {
            return Query.parse(text, Dialect.COMMAND_LINE)
                    .bind(journal.investigation().scope(journal.now(), Optional.empty()));
        } catch (QueryException e) {
            String hint = e.hint().isEmpty() ? "" : ": " + e.hint();
            int position = text.codePointCount(0, Math.min(e.position(), text.length()));
            throw new Fault(e.getMessage() + hint, position, e);
        }
    }
}
