package dev.brummer.runtime;

import dev.brummer.logs.Journal;
import dev.brummer.logs.query.QueryException;
import dev.brummer.runtime.history.LiveJournal;
import dev.brummer.spi.Level;
import java.io.IOException;
import java.time.Instant;

/** The lines of the session of this process. */
record OwnLines(LiveJournal history, Journal journal) implements ViewedLines {
    @Override
    public void ask(Question question) throws IOException, QueryException {
        question.ask(history.investigation());
    }

    @Override
    public UnfinishedSource unfinished() {
        return new OwnUnfinished(journal.unfinished());
    }

    @Override
    public void rule(Instant time, String ruler) {
        long ignored = journal.notice(Level.INFO, ruler);
    }
}
