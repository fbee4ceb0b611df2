package dev.brummer.insight.search;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Dialect;
import dev.brummer.logs.query.Query;
import dev.brummer.logs.query.QueryException;
import dev.brummer.logs.query.QueryScope;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for texts as a query does for what is in quotes. Safe for use by several threads. */
public final class QueryLiterals implements Literals {
    private final QueryScope scope;

    public QueryLiterals(QueryScope scope) {
        this.scope = scope;
    }

    /** @throws IllegalArgumentException if there is no text, or an empty one */
    @Override
    public BoundQuery anyOf(Set<String> texts) {
        if (texts.isEmpty() || texts.contains("")) {
            throw new IllegalArgumentException("nothing to look for");
        }
        String query = texts.stream().sorted().map(QueryLiterals::quoted).collect(Collectors.joining(" or "));
        try {
            return Query.parse(query, Dialect.COMMAND_LINE).bind(scope);
        } catch (QueryException e) {
            throw new IllegalStateException("a query of phrases alone: " + query, e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
