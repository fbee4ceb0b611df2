package dev.brummer.runtime;

import dev.brummer.spi.JournalEntry;
import java.io.IOException;
import java.util.List;

/** What a sink is given of the journal, part by part. For one thread. */
interface SinkReading {
    /**
     * The next entries in order; empty where there are none yet.
     *
     * @throws IOException if the journal cannot be read
     */
    List<JournalEntry> next() throws IOException;

    /** The number of the entry behind those that were given. */
    long sequence();

    /** Lets go of what it holds; nothing is read afterwards. */
    void end();
}
