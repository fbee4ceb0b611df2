package dev.brummer.insight.level;

import dev.brummer.insight.scan.Scan;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import org.jspecify.annotations.Nullable;

/**
 * Finds the level a line claims for itself: in JSON, in {@code key=value} pairs, or at the head of a line of text.
 * Allocates nothing; safe for use by several threads.
 */
public final class LevelFinder implements LogBatch.LevelReader {
    @Override
    public @Nullable Level levelOf(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int start = Scan.skipBlank(bytes, offset, end);
        if (start == end) {
            return null;
        }
        return bytes[start] == '{' ? JsonLevel.find(bytes, start, end) : Head.find(bytes, start, end);
    }
}
