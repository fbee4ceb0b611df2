package dev.brummer.logs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where the lines of one batch are: for each the bytes between it and the line before (line ends, usually one byte)
 * and its length, packed into one int, as the journal stores it. Not safe for use by several threads.
 */
final class LineTable {
    /** The longest line; what is longer comes in pieces. */
    static final int MAX_LENGTH = 1 << 16;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH_BITS = 17;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;
    private static final int MAX_GAP = (1 << (32 - LENGTH_BITS)) - 1;

    private ByteBuffer packed = allocate(1024);
    private int count;
    private int start;
    private int end;
    private boolean allPlain = true;

    private static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Adds a line; false, and nothing added, where it is too far behind the last one for the same table.
     *
     * @param plain whether it is of printable ASCII and tabs alone
     */
    boolean add(int offset, int length, boolean plain) {
        int gap = count == 0 ? 0 : offset - end;
        if (gap > MAX_GAP) {
            return false;
        }
        if (count == 0) {
            start = offset;
        }
        if (packed.remaining() < Integer.BYTES) {
            packed = allocate(packed.capacity() * 2).put(packed.flip());
        }
        packed.putInt(gap << LENGTH_BITS | length);
        end = offset + length;
        allPlain &= plain;
        count++;
        return true;
    }

    void clear() {
        packed.clear();
        count = 0;
        allPlain = true;
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Where the first line begins. */
    int start() {
        return start;
    }

    /** Where the last line ends. */
    int end() {
        return end;
    }

    /** Whether all lines are of printable ASCII and tabs alone. */
    boolean isPlain() {
        return allPlain;
    }

    /** The table as stored; valid until the next line is added. */
    ByteBuffer packed() {
        return packed.slice(0, count * Integer.BYTES);
    }

    /** How many bytes a line takes in a packed table's batch, with what lies between it and the line before. */
    static int extent(byte[] table, int at, int line) {
        int packed = (int) INTS.get(table, at + line * Integer.BYTES);
        return (packed >>> LENGTH_BITS) + (packed & LENGTH_MASK);
    }

    /** How many bytes a line of a packed table has. */
    static int length(byte[] table, int at, int line) {
        return (int) INTS.get(table, at + line * Integer.BYTES) & LENGTH_MASK;
    }

    /**
     * Goes from line to line of a packed table, up to the one that ends at {@code position} or behind it, or the last.
     * A loop of its own, for it comes by every line before one that was found.
     *
     * @param line where to begin
     * @param end where that line ends
     * @return the line in the upper half, and where it ends in the lower
     */
    static long lineAt(byte[] table, int at, int count, int line, int end, int position) {
        int found = line;
        int endOfFound = end;
        while (position > endOfFound && found + 1 < count) {
            found++;
            endOfFound += extent(table, at, found);
        }
        return (long) found << Integer.SIZE | endOfFound;
    }

    /**
     * Offset and length of each line, one after the other.
     *
     * @param table holds {@code count} packed ints from {@code at}
     * @param base what the first line's offset is
     */
    static int[] unpack(byte[] table, int at, int count, int base) {
        int[] spans = new int[count * 2];
        int offset = base;
        for (int i = 0; i < spans.length; i += 2) {
            int line = (int) INTS.get(table, at + i * 2);
            int length = line & LENGTH_MASK;
            offset += line >>> LENGTH_BITS;
            spans[i] = offset;
            spans[i + 1] = length;
            offset += length;
        }
        return spans;
    }
}
