package dev.brummer.spi;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Standard output as a sink may draw on it. Safe for use by several threads. */
@ProvidedByBrummer
public interface HostConsole {
    /** Whether colour is welcome: decided once from options, environment and terminal. */
    boolean colour();

    /** The terminal's width in columns at this moment; {@link Integer#MAX_VALUE} where output is no terminal. */
    int columns();

    /** Whether a person watches: output goes to a terminal. */
    boolean interactive();

    /**
     * Writes one frame, whole lines, without anything of another writer in between. Blocks while the reader is slow.
     *
     * @throws IOException if standard output is closed or cannot be written
     */
    void write(ByteBuffer frame) throws IOException;
}
