package dev.brummer.insight.error;

import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.search.Literals;
import dev.brummer.insight.search.UnitSource;
import dev.brummer.logs.query.BoundQuery;
import java.io.IOException;
import java.util.Set;

/** Collects the errors of one start. */
public final class ErrorSearch {
    private final UnitSource source;
    private final Literals literals;
    private final IdFinder finder;

    public ErrorSearch(UnitSource source, Literals literals, IdFinder finder) {
        this.source = source;
        this.literals = literals;
        this.finder = finder;
    }

    /**
     * The errors among the units that a query means.
     *
     * @param errors had best mean nothing but errors, for that is what takes the time
     * @throws IOException if the units cannot be read
     */
    public ErrorBook read(BoundQuery errors) throws IOException {
        var book = new ErrorBook(finder);
        source.forEach(errors, book::add);
        Set<String> orphans = book.orphans();
        if (!orphans.isEmpty()) {
            source.forEach(literals.anyOf(orphans), book::addLinks);
        }
        return book;
    }
}
