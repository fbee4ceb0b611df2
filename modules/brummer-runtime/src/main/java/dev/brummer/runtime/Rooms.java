package dev.brummer.runtime;

import java.nio.ByteBuffer;

/**
 * Where a reader of the journal reads into, in turn: while somebody looks at what stands in one room, the next lines come into
 * the other. They grow where much comes at once. For one thread at a time.
 */
final class Rooms {
    private static final int AT_FIRST = 16 << 10;
    private static final int AT_MOST = 512 << 10;

    private ByteBuffer next = ByteBuffer.allocate(AT_FIRST);
    private ByteBuffer other = next;

    /** Where to read into. */
    ByteBuffer next() {
        return next;
    }

    /** Something has been read into {@link #next}: it is left alone until something has been read into the one after it. */
    void turn() {
        ByteBuffer filled = next;
        boolean isFull = filled.limit() == filled.capacity();
        int size = isFull ? Math.min(filled.capacity() * 4, AT_MOST) : filled.capacity();
        next = other.capacity() == size && other != filled ? other : ByteBuffer.allocate(size);
        other = filled;
    }
}
