package dev.brummer.runtime;

import dev.brummer.logs.query.QueryException;
import dev.brummer.runtime.history.Investigation;
import java.io.IOException;
import java.time.Instant;

/** The lines that a view chooses from. May be used by any thread. */
interface ViewedLines {
    /** Asks something of all there is so far. */
    @FunctionalInterface
    interface Question {
        void ask(Investigation lines) throws QueryException;
    }

    /**
     * Has a question asked.
     *
     * @throws IOException if what is stored cannot be read
     * @throws QueryException as the question does
     */
    void ask(Question question) throws IOException, QueryException;

    /** Where those are told of that have begun and not ended; another one each time. */
    UnfinishedSource unfinished();

    /** Draws a ruler behind everything that has come. */
    void rule(Instant time, String ruler);
}
