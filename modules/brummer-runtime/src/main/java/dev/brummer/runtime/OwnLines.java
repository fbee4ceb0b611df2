package dev.brummer.runtime;

import dev.brummer.core.model.Project;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSearch;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.QueryException;
import dev.brummer.logs.query.Unit;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.runtime.history.ServiceNames;
import dev.brummer.spi.Level;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The lines of the session of this process. */
record OwnLines(Supplier<Project> project, Journal journal, JournalSearch past) implements ViewedLines {
    @Override
    public void ask(Question question) throws IOException, QueryException {
        Project now = project.get();
        NameBook names = ServiceNames.of(
                now.services().values(),
                List.of(),
                journal.cursor(ServiceNames.learnedFrom(journal.lastSequence() + 1)));
        question.ask(new Investigation(Optional.of(now), this::search, names));
    }

    private void search(BoundQuery query, Consumer<Unit> visitor) throws IOException {
        past.forEach(query, 1, journal.lastSequence() + 1, visitor);
    }

    @Override
    public void rule(Instant time, String ruler) {
        long ignored = journal.notice(Level.INFO, ruler);
    }
}
