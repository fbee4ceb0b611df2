package dev.brummer.core.engine;

import dev.brummer.core.supervision.Exit;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/** What an engine tells of a run. */
public interface RunObserver {
    /**
     * Takes everything the run writes on one stream. Called once a stream on a thread of its own, and returns when the
     * channel has ended.
     *
     * @throws IOException if reading failed
     */
    void output(StreamName stream, ReadableByteChannel bytes) throws IOException;

    /**
     * The run's leader ended.
     *
     * @param treeGone whether nothing else of the run is left; all its output has been taken then
     */
    void exited(Exit exit, boolean treeGone);

    /** Nothing of the run is left, and all its output has been taken. Told once, after an exit that left something. */
    void treeGone();
}
