package dev.brummer.insight.level;

import dev.brummer.insight.scan.Scan;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The levels of lines that stand in one array. Most lines of a service begin as the one before did, but for the time: a
 * line of which the head differs in digits alone from that of another has the other's level. That holds for heads of
 * times and a level's word in capitals with a space behind it, since {@link Head} looks no further and counts digits
 * without reading them. For one thread.
 */
final class LikeHeads {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = ~LOW_BITS;
    private static final long ZEROES = 0x3030303030303030L;
    private static final long BEYOND_NINE = (0x7F - 9) * 0x0101010101010101L;

    private static final int MOST_WORDS = 16;

    private final LogBatch.LevelReader reader;
    private final byte[] bytes;
    // The head in words of eight bytes, of which the last one ends with it, and in which bytes it has no digits.
    private long[] words = {};
    private long[] noDigits = {};
    private int count;
    private int length;
    private @Nullable Level level;
    private boolean missed = true;

    /** @param reader asked for lines that are like no other */
    LikeHeads(LogBatch.LevelReader reader, byte[] bytes) {
        this.reader = reader;
        this.bytes = bytes;
    }

    /** The level of the line at {@code bytes[offset, offset + size)}. */
    @Nullable Level levelOf(int offset, int size) {
        if (length > 0 && size >= length && isAlike(offset)) {
            missed = false;
            return level;
        }
        Level found = reader.levelOf(bytes, offset, size);
        if (missed && found != null) {
            remember(found, offset, offset + size);
        }
        // One warning between other lines is not yet what lines look like from now on.
        missed = true;
        return found;
    }

    private void remember(Level found, int offset, int to) {
        int at = Scan.skipBlank(bytes, offset, to);
        while (at < to && Scan.isDigit(bytes[at])) {
            int end = Head.endOfTime(bytes, at, to);
            at = end < 0 ? to : Scan.skipBlank(bytes, end, to);
        }
        int end = Scan.endOfLetters(bytes, at, to);
        boolean behindWord = end < to && bytes[end] == ' ' && Scan.isUpper(bytes, at, end);
        int size = end + 1 - offset;
        boolean fits = size >= Long.BYTES && size <= MOST_WORDS * Long.BYTES;
        if (behindWord && fits && LevelWord.of(bytes, at, end) == found) {
            remember(offset, size);
            level = found;
        }
    }

    private void remember(int offset, int size) {
        if (words.length == 0) {
            words = new long[MOST_WORDS];
            noDigits = new long[MOST_WORDS];
        }
        length = size;
        count = (size + Long.BYTES - 1) / Long.BYTES;
        for (int i = 0; i < count; i++) {
            words[i] = word(offset, i);
            noDigits[i] = noDigits(words[i]);
        }
    }

    private long word(int offset, int index) {
        return (long) LONGS.get(bytes, offset + Math.min(index * Long.BYTES, length - Long.BYTES));
    }

    /** Whether a line's head differs in nothing but bytes that are digits in both. */
    private boolean isAlike(int offset) {
        for (int i = 0; i < count; i++) {
            long other = word(offset, i);
            long difference = words[i] ^ other;
            long different = (difference & LOW_BITS) + LOW_BITS | difference;
            if ((different & (noDigits[i] | noDigits(other)) & HIGH_BITS) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Sets the highest bit of each byte that is no digit. */
    private static long noDigits(long word) {
        long distance = word ^ ZEROES;
        return (distance & LOW_BITS) + BEYOND_NINE | distance;
    }
}
