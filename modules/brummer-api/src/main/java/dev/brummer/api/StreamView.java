package dev.brummer.api;

import dev.brummer.spi.LogBatch;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one client sees of a session's stream. Filters choose what is seen; everything is kept whatever they say. State
 * changes and what Brummer itself says are seen always. Safe for use by several threads.
 */
public interface StreamView {
    /**
     * From now on shows only the lines that {@code query} means, in place of what an earlier call asked for, and shows
     * the last of the past ones again. Lines that a {@link #hide} means stay hidden.
     *
     * @param query as {@code brum logs} takes it; not blank
     * @throws QueryFaultException if it is no query; the filters are then as they were
     */
    void show(String query) throws QueryFaultException;

    /**
     * From now on hides the lines that {@code query} means, in place of what an earlier call asked for.
     *
     * @param query as {@code brum logs} takes it; not blank
     * @throws QueryFaultException if it is no query; the filters are then as they were
     */
    void hide(String query) throws QueryFaultException;

    /** Shows everything again. */
    void clear();

    /** What chooses the lines at this moment. */
    Filters filters();

    /**
     * Draws a ruler with the time into the stream, behind everything that came before this call. In queries
     * {@code since:mark} counts from the latest.
     *
     * @return the time on the ruler
     */
    Instant mark();

    /**
     * Has {@code watcher} told from now on which lines services have begun and not ended for a moment, of those that the
     * filters let be seen: the oldest first, each as a batch of one record that is none yet. Told when that changes, ten
     * times a second at most, by a thread of the session's.
     */
    void watchUnfinished(Consumer<List<LogBatch>> watcher);
}
