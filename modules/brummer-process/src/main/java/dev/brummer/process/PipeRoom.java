package dev.brummer.process;

import java.util.concurrent.Semaphore;

/**
 * Gives pipes that run over more room, so that a child in full flow and its reader take turns less often. Linux counts what
 * all pipes of a user may hold together ({@code pipe-user-pages-soft} of pipe(7), 64 MiB, beyond which every new pipe is a
 * narrow one); so there is more for a quarter of that, and for no more pipes. Safe for use by several threads.
 */
final class PipeRoom {
    /** In bytes. A pipe has 64 KiB to begin with. */
    static final int WIDE = 256 << 10;

    private static final int MOST_WIDE = 64;

    /** {@code F_SETPIPE_SZ} of fcntl(2). */
    private static final int SET_SIZE = 1031;

    private final Semaphore left = new Semaphore(MOST_WIDE);

    /** @return whether it has more room now, which is to be {@link #giveBack given back} then */
    boolean widen(int descriptor) {
        if (!left.tryAcquire()) {
            return false;
        }
        boolean wide = PosixCalls.result("fcntl", descriptor, SET_SIZE, WIDE) > 0;
        if (!wide) {
            left.release();
        }
        return wide;
    }

    void giveBack() {
        left.release();
    }
}
