package dev.brummer.insight.view;

import java.time.Instant;
import java.util.Set;

/**
 * What a view knew at one time. Immutable.
 *
 * @param <R> its own type
 */
public interface Report<R extends Report<R>> {
    /** When. */
    Instant at();

    /** Whether there is nothing to tell. */
    boolean isEmpty();

    /**
     * The part of it that is about some services.
     *
     * @param services their names
     */
    R about(Set<String> services);
}
