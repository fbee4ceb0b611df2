package dev.brummer.spi;

import java.io.IOException;
import java.util.List;

/**
 * Where journal entries go. One thread calls a sink, which reads the journal at its own pace: a slow sink falls behind
 * and never slows a service. Entries arrive in order and without holes but for {@link Gap}s.
 */
public interface OutputSink extends AutoCloseable {
    /**
     * Takes the next entries. While services run a sink may take its time and falls behind; at the end of Brummer a
     * call that takes more than five seconds is given up, and so is the sink.
     *
     * @throws IOException if they could not be written; the sink is closed and gets no more
     */
    void accept(List<JournalEntry> entries) throws IOException;

    /**
     * Whether it looks at entries after {@link #accept} has returned. A sink that never does, and holds on to no {@link LogBatch}
     * and none of its bytes, may say no: lines that come later are read into the same place then, which costs less. Asked
     * once, before the first entry.
     */
    default boolean keepsEntries() {
        return true;
    }

    /**
     * Called whenever no entry is left to take, and again a second later if none has come; writes out what the sink holds
     * back, at the latest when it is called the second time. Bounded to a second.
     */
    void flush() throws IOException;

    /**
     * Called once, after the last entry and flush, or after an exception of one of them. Bounded to three seconds.
     *
     * @throws IOException if something is lost; the message is shown to the user
     */
    @Override
    void close() throws IOException;
}
