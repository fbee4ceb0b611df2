package dev.brummer.insight.search;

import dev.brummer.logs.query.BoundQuery;
import java.util.Set;

/** Makes queries for texts, taken as they are. */
@FunctionalInterface
public interface Literals {
    /** A query that means every unit that holds at least one of the texts, whatever their case. */
    BoundQuery anyOf(Set<String> texts);
}
