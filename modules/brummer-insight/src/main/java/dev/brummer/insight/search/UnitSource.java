package dev.brummer.insight.search;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Unit;
import java.io.IOException;
import java.util.function.Consumer;

/** Where units come from: one start's journal, or what a test has written down. */
public interface UnitSource {
    /**
     * Shows every unit that the query means, in the order of their sequence numbers.
     *
     * @throws IOException if the journal cannot be read
     */
    void forEach(BoundQuery query, Consumer<Unit> visitor) throws IOException;
}
