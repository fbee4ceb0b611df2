package dev.brummer.insight.error;

import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.name.NameBook;
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
    private final NameBook names;

    public ErrorSearch(UnitSource source, Literals literals, IdFinder finder, NameBook names) {
        this.source = source;
        this.literals = literals;
        this.finder = finder;
        this.names = names;
    }

    /**
     * The errors among the units that a query means.
     *
     * @param errors had best mean nothing but errors, for that is what takes the time
     * @throws IOException if the units cannot be read
     */
    public ErrorBook read(BoundQuery errors) throws IOException {
        var book = new ErrorBook(finder, names);
        source.forEach(errors, book::add);
        Set<String> orphans = book.orphans();
        if (!orphans.isEmpty()) {
            source.forEach(literals.anyOf(orphans), book::addLinks);
        }
        return book;
    }
}
