package dev.brummer.runtime;

import dev.brummer.api.Filters;
import dev.brummer.api.QueryFaultException;
import dev.brummer.api.StreamView;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Dialect;
import dev.brummer.logs.query.Query;
import dev.brummer.logs.query.QueryException;
import dev.brummer.process.DaemonThreads;
import dev.brummer.runtime.history.LogScope;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What whoever sits at the console has asked to see. */
final class SessionView implements StreamView {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String RULER = "─".repeat(24);

    /** How many units of the past are shown again: about two screens. */
    private static final int AGAIN = 100;

    private final ViewedLines lines;
    private final InstantSource time;
    private Consumer<StreamLens.Focus> console = _ -> {};
    private Optional<Query> shown = Optional.empty();
    private Optional<Query> hidden = Optional.empty();
    private Optional<Instant> mark = Optional.empty();
    private volatile BoundQuery seen = BoundQuery.ALL;

    SessionView(ViewedLines lines, InstantSource time) {
        this.lines = lines;
        this.time = time;
    }

    /** Says who draws the stream, once that is known. */
    synchronized void drawnBy(Consumer<StreamLens.Focus> drawing) {
        console = drawing;
    }

    @Override
    public synchronized void show(String query) throws QueryFaultException {
        focus(Optional.of(parsed(query)), hidden, query);
    }

    @Override
    public synchronized void hide(String query) throws QueryFaultException {
        focus(shown, Optional.of(parsed(query)), query);
    }

    @Override
    public synchronized void clear() {
        shown = Optional.empty();
        hidden = Optional.empty();
        seen = BoundQuery.ALL;
        console.accept(new StreamLens.Focus(BoundQuery.ALL, "everything", 0));
    }

    @Override
    public synchronized Filters filters() {
        return new Filters(shown.map(Query::toString), hidden.map(Query::toString));
    }

    private static Query parsed(String text) throws QueryFaultException {
        try {
            return Query.parse(text, Dialect.PROMPT);
        } catch (QueryException e) {
            throw fault(e, text);
        }
    }

    private void focus(Optional<Query> show, Optional<Query> hide, String typed) throws QueryFaultException {
        try {
            lines.ask(all -> {
                LogScope scope = all.scope(time.instant(), mark);
                BoundQuery wanted = show.isPresent() ? show.get().bind(scope) : BoundQuery.ALL;
                BoundQuery query = hide.isPresent() ? new ShownButHidden(wanted, hide.get().bind(scope)) : wanted;
                shown = show;
                hidden = hide;
                seen = query;
                console.accept(new StreamLens.Focus(query, words(), AGAIN));
            });
        } catch (QueryException e) {
            throw fault(e, typed);
        } catch (IOException e) {
            throw new QueryFaultException("the journal cannot be read: " + e.getMessage(), 0);
        }
    }

    private String words() {
        String what = shown.map(Query::toString).orElse("everything");
        return hidden.map(query -> what + " but " + query).orElse(what);
    }

    private static QueryFaultException fault(QueryException e, String text) {
        String hint = e.hint().isEmpty() ? "" : ": " + e.hint();
        int position = text.codePointCount(0, Math.min(e.position(), text.length()));
        return new QueryFaultException(e.getMessage() + hint, position);
    }

    @Override
    public Instant mark() {
        Instant now = time.instant();
        synchronized (this) {
            mark = Optional.of(now);
        }
        String clock = SHOWN.format(now.atZone(ZoneId.systemDefault()));
        lines.rule(now, RULER + " " + clock + " " + RULER);
        return now;
    }

    /** What the filters mean at the moment. */
    BoundQuery seen() {
        return seen;
    }

    @Override
    public void watchUnfinished(Consumer<List<LogBatch>> watcher) {
        UnfinishedWatch watch = new UnfinishedWatch(lines.unfinished(), this::seen, time, watcher);
        DaemonThreads.start("unfinished", watch::run);
    }
}
