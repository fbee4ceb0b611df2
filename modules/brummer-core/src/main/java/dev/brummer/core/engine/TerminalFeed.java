package dev.brummer.core.engine;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * What comes out of a run's terminal, for one who looks on, beside what is stored of it. It waits for nobody: who is too
 * slow has the oldest skipped. Used by one thread at a time; closed by any.
 */
public interface TerminalFeed extends AutoCloseable {
    /** The next of it; waits until there is something, but no longer than so. */
    Heard next(Duration wait) throws InterruptedException;

    /** What one looks on is told. */
    sealed interface Heard {}

    /**
     * Bytes as the programs wrote them, escape sequences and all. The first are the last of what they had written before; they
     * begin after a line end, if there is one.
     *
     * @param bytes the reader's own
     */
    record Output(ByteBuffer bytes) implements Heard {}

    /** So many bytes were skipped: what is on the screen may be wrong until the program draws it again. */
    record Skipped(long bytes) implements Heard {}

    /** Nothing came in that time. */
    record Silence() implements Heard {}

    /** Nothing more will come: the run is over, or the feed is closed. */
    record End() implements Heard {}

    /** Gives the place back. Whoever waits is told the end. */
    @Override
    void close();
}
