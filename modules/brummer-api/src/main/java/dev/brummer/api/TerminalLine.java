package dev.brummer.api;

import java.util.Optional;

/**
 * The terminal of an instance, from where a person sits. One thread hears, others may type. To be closed, which leaves the
 * instance running.
 */
public interface TerminalLine extends AutoCloseable {
    /**
     * Types. Ctrl-C, which is the byte 3, interrupts what is in the foreground there.
     *
     * @throws SessionException if it is not taken, because nobody reads it or the run is over
     */
    void type(byte[] keys) throws SessionException;

    /**
     * Tells the programs how large the terminal is.
     *
     * @throws SessionException if that is no size, or the run is over
     */
    void resize(int rows, int columns) throws SessionException;

    /**
     * Waits for what the programs write next, escape sequences and all; the first is the last of what they wrote before.
     * Who is too slow is told in it how much was skipped.
     *
     * @return empty when nothing more will come: the run is over, or this is closed
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    Optional<byte[]> next() throws InterruptedException;

    @Override
    void close();
}
