package dev.brummer.logs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where a stream's bytes arrive and wait for their line end. Begins small and grows where much comes at once. */
final class ReadBuffer {
    private static final int SMALL = 16 << 10;
    // A frame of it fits into the window that a search moves over a segment.
    private static final int MOST = 128 << 10;

    private static final byte[] NOTHING = {};

    private final LineTable lines = new LineTable();
    private LineFramer framer = new LineFramer();
    private ByteBuffer bytes = allocate(SMALL);

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Takes a batch of lines; both arguments are good for the length of the call only. */
    @FunctionalInterface
    interface Batches {
        void accept(LineTable lines, ByteBuffer bytes, boolean continued);
    }

    /** Where the next bytes go; there is always room for some. */
    ByteBuffer room() {
        return bytes;
    }

    /** Hands on the lines that are complete. */
    void drain(Batches to) {
        boolean filled = !bytes.hasRemaining();
        frame(to);
        keepPending(filled);
    }

    /**
     * The end of the line that has begun and not ended, without carriage returns behind it.
     *
     * @param most how many bytes to return at most
     */
    byte[] begun(int most) {
        int end = bytes.position();
        while (end > 0 && bytes.get(end - 1) == '\r') {
            end--;
        }
        if (end == 0) {
            return NOTHING;
        }
        byte[] rest = new byte[Math.min(end, most)];
        bytes.get(end - rest.length, rest);
        return rest;
    }

    /** Hands on what is left, as the last line. */
    void finish(Batches to) {
        frame(to);
        framer.finish(lines);
        hand(to);
        framer = new LineFramer();
        bytes.clear();
    }

    private void frame(Batches to) {
        boolean more;
        do {
            more = framer.frame(bytes, bytes.position(), lines);
            hand(to);
        } while (more);
    }

    private void hand(Batches to) {
        if (!lines.isEmpty()) {
            to.accept(lines, bytes, framer.continued());
            lines.clear();
        }
    }

    private void keepPending(boolean filled) {
        bytes.limit(framer.pendingEnd()).position(framer.pendingStart());
        framer.movedToFront();
        if (filled && bytes.capacity() < MOST) {
            bytes = allocate(Math.min(bytes.capacity() * 4, MOST)).put(bytes);
        } else {
            bytes.compact();
        }
    }
}
