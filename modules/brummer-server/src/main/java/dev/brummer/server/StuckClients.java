package dev.brummer.server;

import dev.brummer.process.DaemonThreads;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of clients that take nothing of what they asked for: whoever waits to write to one is interrupted, which closes
 * the connection. The JDK's server has a limit for a whole answer alone, which would end those that go on for ever.
 * Safe for use by several threads.
 */
final class StuckClients implements Closeable {
    /** So little is on its way at once that even a slow client takes it in time. */
    private static final int AT_ONCE = 16 << 10;

    private static final int LOOKS = 4;

    private final Duration patience;
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService looking;
    private boolean closed;

    /** @param patience how long one piece may take */
    StuckClients(Duration patience) {
        this.patience = patience;
    }

    /** The same stream, whose writers are not left waiting. For one thread; closing it ends the watch. */
    OutputStream watch(OutputStream out) {
        begin();
        Watched stream = new Watched(out);
        watched.add(stream);
        return stream;
    }

    /** Waits until no answer is being written any more, or for as long as {@code patience}. */
    synchronized void awaitNone(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); !watched.isEmpty() && left > 0; left = until - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
    }

    private synchronized void remove(Watched stream) {
        watched.remove(stream);
        notifyAll();
    }

    private synchronized void begin() {
        if (looking == null && !closed) {
            var thread = new ScheduledThreadPoolExecutor(1, DaemonThreads.factory("stuck-clients"));
            long pause = patience.toNanos() / LOOKS;
            var ignored = thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.NANOSECONDS);
            looking = thread;
        }
    }

    private void look() {
        long now = System.nanoTime();
        watched.forEach(stream -> stream.look(now));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (looking != null) {
            looking.shutdownNow();
        }
    }

    /** One answer. */
    private final class Watched extends FilterOutputStream {
        private @Nullable Thread writer;
        private long since;
        private boolean givenUp;

        Watched(OutputStream out) {
            super(out);
        }

        synchronized void look(long now) {
            if (writer != null && now - since > patience.toNanos()) {
                writer.interrupt();
                givenUp = true;
            }
        }

        private synchronized void begin() {
            since = System.nanoTime();
            writer = Thread.currentThread();
        }

        private synchronized void end() throws IOException {
            writer = null;
            // Whoever reads a file while interrupted closes it, and the journal's files are others' as well.
            if (givenUp && Thread.interrupted()) {
                throw new InterruptedIOException("the client takes nothing");
            }
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = 0; at < length; at += AT_ONCE) {
                begin();
                try {
                    out.write(bytes, offset + at, Math.min(AT_ONCE, length - at));
                } finally {
                    end();
                }
            }
        }

        @Override
        public void flush() throws IOException {
            begin();
            try {
                out.flush();
            } finally {
                end();
            }
        }

        @Override
        public void close() throws IOException {
            begin();
            try {
                out.close();
            } finally {
                remove(this);
                end();
            }
        }
    }
}
