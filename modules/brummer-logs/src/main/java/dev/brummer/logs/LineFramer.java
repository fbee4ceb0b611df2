package dev.brummer.logs;

import java.nio.ByteBuffer;

/**
 * Finds the lines in what one stream delivers piece by piece. A line ends at LF or CRLF. A CR elsewhere begins the line
 * anew, as on a terminal, so that a progress bar is one line: its last state. A line of more than 64 KiB comes in
 * pieces. What lines come out depends on the bytes alone, not on how they were split over reads.
 *
 * <p>The caller owns the buffer: after {@link #frame} it may move the bytes from {@link #pendingStart} to {@link
 * #pendingEnd} to the front, and calls {@link #movedToFront} then. Not safe for use by several threads.
 */
final class LineFramer {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BEYOND_CR = ('\r' + 1) * ONES;
    private static final byte DEL = 0x7F;

    private int start;
    private int scanned;
    private int end;
    // Not 0 where what has been scanned of the line has something other than printable ASCII and tabs.
    private long special;
    private boolean continued;

    /**
     * Adds the lines that are complete before {@code limit}.
     *
     * @param bytes little endian
     * @return whether to call again with a cleared table, because lines are left that this one cannot take
     */
    boolean frame(ByteBuffer bytes, int limit, LineTable lines) {
        continued = false;
        while (true) {
            int stop = nextBreak(bytes, scanned, limit);
            scanned = stop;
            end = limit;
            if (stop - start > LineTable.MAX_LENGTH) {
                return piece(bytes, lines);
            }
            if (stop == limit) {
                return false;
            }
            int after = afterCarriageReturns(bytes, stop, limit);
            if (after == limit) {
                end = stop + 1;
                return false;
            }
            if (bytes.get(after) != '\n') {
                restartLine(after);
            } else if (lines.add(start, stop - start, special == 0)) {
                restartLine(after + 1);
            } else {
                return true;
            }
        }
    }

    /** Adds the last line where it has no line end. To be called once {@link #frame} has nothing left. */
    void finish(LineTable lines) {
        continued = false;
        if (scanned > start) {
            lines.add(start, scanned - start, special == 0);
        }
        restartLine(end);
    }

    /** Whether the last line of the table is a piece of a longer one. */
    boolean continued() {
        return continued;
    }

    /** Where the bytes begin that are still needed. */
    int pendingStart() {
        return start;
    }

    /** Where the bytes end that are still needed; the limit, or less where carriage returns repeat. */
    int pendingEnd() {
        return end;
    }

    /** Says that the pending bytes now lie at the front of the buffer. */
    void movedToFront() {
        scanned -= start;
        end -= start;
        start = 0;
    }

    private boolean piece(ByteBuffer bytes, LineTable lines) {
        int length = pieceLength(bytes);
        if (lines.add(start, length, special == 0)) {
            start += length;
            continued = true;
        }
        return true;
    }

    /** The greatest length that does not cut through a UTF-8 character. */
    private int pieceLength(ByteBuffer bytes) {
        int length = LineTable.MAX_LENGTH;
        while (length > LineTable.MAX_LENGTH - 4 && (bytes.get(start + length) & 0xC0) == 0x80) {
            length--;
        }
        return length > LineTable.MAX_LENGTH - 4 ? length : LineTable.MAX_LENGTH;
    }

    private void restartLine(int at) {
        start = at;
        scanned = at;
        special = 0;
    }

    private static int afterCarriageReturns(ByteBuffer bytes, int from, int limit) {
        int at = from;
        while (at < limit && bytes.get(at) == '\r') {
            at++;
        }
        return at;
    }

    /**
     * The next LF or CR, or the limit. Eight bytes a step: a borrow into its highest bit marks the first byte below 14,
     * which is a line end or, rarely, something else. What the line has before it is looked at on the way.
     */
    private int nextBreak(ByteBuffer bytes, int from, int limit) {
        // With <= the JVM compiles the loop for a limit of which it changes its mind.
        int beyondLast = limit - Long.BYTES + 1;
        int at = from;
        long seen = 0;
        while (at < beyondLast) {
            long word = bytes.getLong(at);
            long low = (word - BEYOND_CR) & ~word & HIGH_BITS;
            if (low == 0) {
                seen |= special(word);
                at += Long.BYTES;
                continue;
            }
            long before = ((low & -low) >>> 7) - 1;
            seen |= special(word) & before;
            at += Long.numberOfTrailingZeros(low) >>> 3;
            byte b = bytes.get(at);
            if (isBreak(b)) {
                special |= seen & HIGH_BITS;
                return at;
            }
            seen |= b == '\t' ? 0 : HIGH_BITS;
            at++;
        }
        special |= seen & HIGH_BITS;
        return breakAmongFew(bytes, at, limit);
    }

    // Comes once in a read: within the loop above it had that compiled again, once what is rare had come.
    private int breakAmongFew(ByteBuffer bytes, int from, int limit) {
        int at = from;
        while (at < limit && !isBreak(bytes.get(at))) {
            byte b = bytes.get(at);
            special |= b >= ' ' && b != DEL || b == '\t' ? 0 : HIGH_BITS;
            at++;
        }
        return at;
    }

    /** Sets the highest bit of the first of eight bytes that is above 126 or below a space, and of none before it. */
    private static long special(long word) {
        return word | (word + ONES) | (word - ' ' * ONES);
    }

    private static boolean isBreak(byte b) {
        return b == '\n' || b == '\r';
    }
}
