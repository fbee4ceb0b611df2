package dev.brummer.runtime;

import dev.brummer.spi.LogBatch;
import java.time.Duration;
import java.util.List;

/** Where lines are told of that have begun and not ended. For one thread. */
interface UnfinishedSource {
    /**
     * Returns once something has changed since it returned before, or {@code most} has passed.
     *
     * @return false once nothing changes any more
     */
    boolean await(Duration most) throws InterruptedException;

    /** Those there are, oldest first: each a batch of one record that is none yet, which came when the line began. */
    List<LogBatch> all();
}
