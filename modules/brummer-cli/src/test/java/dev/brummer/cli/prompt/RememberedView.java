package dev.brummer.cli.prompt;

import dev.brummer.api.Filters;
import dev.brummer.api.QueryFaultException;
import dev.brummer.api.StreamView;
import dev.brummer.spi.LogBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A view that remembers what was asked of it. A query with {@code eror} in it is faulty there. */
public final class RememberedView implements StreamView {
    static final Instant MARK = Instant.parse("2026-11-22T15:04:05Z");

    private final List<String> asked = new ArrayList<>();
    private Filters filters = Filters.NONE;

    @Override
    public synchronized void show(String query) throws QueryFaultException {
        filters = new Filters(Optional.of(checked(query)), filters.hidden());
        asked.add("show " + query);
    }

    @Override
    public synchronized void hide(String query) throws QueryFaultException {
        filters = new Filters(filters.shown(), Optional.of(checked(query)));
        asked.add("hide " + query);
    }

    private static String checked(String query) throws QueryFaultException {
        int at = query.indexOf("eror");
        if (at >= 0) {
            throw new QueryFaultException("there is no level 'eror'", query.codePointCount(0, at));
        }
        return query;
    }

    @Override
    public synchronized void clear() {
        filters = Filters.NONE;
        asked.add("clear");
    }

    @Override
    public synchronized Filters filters() {
        return filters;
    }

    @Override
    public synchronized Instant mark() {
        asked.add("mark");
        return MARK;
    }

    @Override
    public void watchUnfinished(Consumer<List<LogBatch>> watcher) {
        throw new UnsupportedOperationException("a prompt is told by whoever opens it");
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }
}
