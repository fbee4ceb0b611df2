package dev.brummer.runtime.history;

import dev.brummer.core.model.Project;
import dev.brummer.insight.name.Attribution;
import dev.brummer.insight.name.NameBook;
import dev.brummer.insight.search.UnitSource;
import dev.brummer.insight.trace.TraceJoiner;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.JournalSearch;
import dev.brummer.logs.UnfinishedLines;
import dev.brummer.logs.UnitFilter;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Unit;
import dev.brummer.process.DaemonThreads;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The journal of the start that this process supervises, opened for questions. Nothing is read twice and nothing is held
 * for whoever asks: one search at a time goes through the files, and each reader has a cursor of its own. Safe for use by
 * several threads.
 */
public final class LiveJournal implements UnitSource, Closeable {
    private final Supplier<Project> project;
    private final Journal journal;
    // Written under its lock alone.
    private volatile @Nullable Named named;
    private final InstantSource time;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(DaemonThreads.factory("search"));
    private final JournalSearch past;

    private record Named(Project project, NameBook names) {}

    /** @param project as it is at the moment */
    public LiveJournal(Supplier<Project> project, Journal journal, InstantSource time) {
        this.project = project;
        this.journal = journal;
        this.time = time;
        this.past = journal.search(TraceJoiner.MAKER, worker, 1);
    }

    /**
     * What services go by while they run. It is made when it is asked for, for a look into folders takes time; another
     * reading of the project makes another.
     */
    public NameBook names() {
        Named known = named;
        return known != null && known.project() == project.get() ? known.names() : newNames();
    }

    private synchronized NameBook newNames() {
        Project now = project.get();
        Named known = named;
        if (known == null || known.project() != now) {
            known = new Named(now, ServiceNames.of(now.services().values()));
            named = known;
        }
        return known.names();
    }

    /** Gives lines on their way to one reader their headings. */
    public Attribution attribution() {
        return new Attribution(this::names);
    }

    /** The project as it is now. */
    public Project project() {
        return project.get();
    }

    /** The time of day, by the clock that gives entries theirs. */
    public Instant now() {
        return time.instant();
    }

    /** Whether nothing comes any more; what is there can still be read. */
    public boolean isOver() {
        return journal.isClosed();
    }

    /** The lines that have begun and not ended. */
    public UnfinishedLines unfinished() {
        return journal.unfinished();
    }

    /** The number of the newest entry; 0 where there is none. */
    public long lastSequence() {
        return journal.lastSequence();
    }

    /** A cursor whose first entry is the one of {@code sequence}, or the oldest that is still there. */
    public JournalCursor cursor(long sequence) {
        return journal.cursor(sequence);
    }

    /** A cursor over the facts alone, and the gaps that were stored. */
    public JournalCursor facts() {
        return journal.facts(1);
    }

    /** A cursor over the state changes alone. */
    public JournalCursor states() {
        return journal.states(1);
    }

    /** Searches what is there at the time it is asked. */
    public JournalSearch past() {
        return past;
    }

    @Override
    public void forEach(BoundQuery query, Consumer<Unit> visitor) throws IOException {
        past.forEach(query, 1, journal.lastSequence() + 1, visitor);
    }

    /** Picks what a query means out of what comes from now on. */
    public UnitFilter filter(BoundQuery query) {
        return new UnitFilter(query, TraceJoiner.MAKER);
    }

    /**
     * Questions that take more than looking for text.
     *
     * @throws IOException if the journal cannot be read
     */
    public Investigation investigation() throws IOException {
        Project now = project.get();
        var names = ServiceNames.of(
                now.services().values(),
                List.of(),
                journal.cursor(ServiceNames.learnedFrom(journal.lastSequence() + 1)));
        return new Investigation(Optional.of(now), this, names);
    }

    /** Ends the searches; nothing is looked for any more. */
    @Override
    public void close() {
        worker.shutdown();
    }
}
