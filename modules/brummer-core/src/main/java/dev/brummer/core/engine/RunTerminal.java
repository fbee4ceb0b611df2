package dev.brummer.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The other side of a run's terminal: where a person sits. Safe for use by several threads. */
public interface RunTerminal {
    int FIRST_ROWS = 40;
    int FIRST_COLUMNS = 120;

    /**
     * Types. What the keys mean is the terminal's and the programs' affair: Ctrl-C, which is the byte 3, interrupts what is
     * in the foreground. Returns when the terminal has taken them; the programs may read them later.
     *
     * @throws IOException if they were not taken within a second, because nobody reads what was typed before, or the run
     *     is over; a part may have been taken, up to the position of {@code keys}. The message says why for a person
     */
    void type(ByteBuffer keys) throws IOException;

    /**
     * Tells the programs that the terminal has another size. It has {@value #FIRST_COLUMNS} columns and
     * {@value #FIRST_ROWS} rows at first.
     *
     * @throws IllegalArgumentException if it is not between 1 and 65535
     * @throws IOException if the run is over
     */
    void resize(int rows, int columns) throws IOException;

    /** Hears what the programs write from now on, after the last of what they have written before. To be closed. */
    TerminalFeed listen();
}
