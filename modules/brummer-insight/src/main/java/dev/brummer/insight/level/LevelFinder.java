package dev.brummer.insight.level;

import dev.brummer.insight.scan.Prefix;
import dev.brummer.insight.scan.Scan;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import org.jspecify.annotations.Nullable;

/**
 * Finds the level a line claims for itself: in JSON, in {@code key=value} pairs, or at the head of a line of text.
 * Allocates nothing for a line; safe for use by several threads.
 */
public final class LevelFinder implements LogBatch.LevelReader {
    @Override
    public @Nullable Level levelOf(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int start = Scan.skipBlank(bytes, offset, end);
        if (start == end) {
            return null;
        }
        Level level = find(bytes, start, end);
        return level == null && Prefix.mayBegin(bytes[start]) ? behindPrefix(bytes, start, end) : level;
    }

    @Override
    public @Nullable Level[] levelsOf(LogBatch batch) {
        LikeHeads heads = new LikeHeads(this, batch.bytes());
        @Nullable Level[] levels = new Level[batch.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = heads.levelOf(batch.offset(i), batch.length(i));
        }
        return levels;
    }

    private static @Nullable Level find(byte[] bytes, int start, int end) {
        return bytes[start] == '{' ? JsonLevel.find(bytes, start, end) : Head.find(bytes, start, end);
    }

    /**
     * The level of a line that another program has passed on, such as Docker Compose: {@code web-1  | ERROR failed}.
     */
    private static @Nullable Level behindPrefix(byte[] bytes, int start, int end) {
        int own = Prefix.endOfOwner(bytes, start, end);
        int next = own == start ? end : Scan.skipBlank(bytes, own, end);
        // Brackets at the head of text have been looked behind already.
        boolean looked = bytes[start] == '[' && next < end && bytes[next] != '{';
        return next == end || looked ? null : find(bytes, next, end);
    }
}
