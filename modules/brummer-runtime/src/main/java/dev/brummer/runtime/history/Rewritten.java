package dev.brummer.runtime.history;

import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import org.jspecify.annotations.Nullable;

/** Lines that are shown in other words than they were written. */
final class Rewritten {
    private Rewritten() {}

    /**
     * A line with other bytes; it has the level that it had.
     *
     * @param line a batch of one
     * @param bytes all of them; not copied
     * @param continues whether it is a piece whose next piece comes later
     */
    static LogBatch of(LogBatch line, byte[] bytes, boolean continues) {
        @Nullable Level level = line.level(0);
        return new LogBatch(
                line.sequence(),
                line.time(),
                line.instance(),
                line.run(),
                line.stream(),
                bytes,
                new int[] {0, bytes.length},
                continues,
                (_, _, _) -> level);
    }
}
