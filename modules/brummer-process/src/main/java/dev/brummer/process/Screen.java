package dev.brummer.process;

import dev.brummer.core.engine.TerminalFeed;
import dev.brummer.core.engine.TerminalFeed.Heard;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What comes out of a terminal, shared out to those who look on. Nobody who shows it waits. Safe for several threads. */
final class Screen {
    /** So much is kept for one who comes later. */
    static final int TAIL = 64 * 1024;

    /** So much one who looks on may be behind. */
    static final int BEHIND = 1024 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Backlog tail = new Backlog(TAIL);
    private final Set<Feed> feeds = new LinkedHashSet<>();
    private boolean over;

    void show(ByteBuffer bytes) {
        byte[] chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        lock.lock();
        try {
            tail.add(chunk);
            feeds.forEach(feed -> feed.waiting.add(chunk));
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            over = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    TerminalFeed listen() {
        lock.lock();
        try {
            Feed feed = new Feed();
            byte[] before = tail.sinceLineBegin();
            if (before.length > 0) {
                feed.waiting.add(before);
            }
            feeds.add(feed);
            return feed;
        } finally {
            lock.unlock();
        }
    }

    private final class Feed implements TerminalFeed {
        private final Backlog waiting = new Backlog(BEHIND);

        @Override
        public Heard next(Duration wait) throws InterruptedException {
            lock.lock();
            try {
                long left = wait.toNanos();
                while (waiting.isEmpty() && isAlive() && left > 0) {
                    left = news.awaitNanos(left);
                }
                if (waiting.isEmpty()) {
                    return isAlive() ? new Silence() : new End();
                }
                return waiting.dropped > 0 ? new Skipped(waiting.takeDropped()) : output();
            } finally {
                lock.unlock();
            }
        }

        private Heard output() {
            byte[] bytes = waiting.joined();
            waiting.clear();
            return new Output(ByteBuffer.wrap(bytes));
        }

        private boolean isAlive() {
            return !over && feeds.contains(this);
        }

        @Override
        public void close() {
            lock.lock();
            try {
                feeds.remove(this);
                waiting.clear();
                news.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The last of what came, in the pieces in which it came, which several of these share. */
    private static final class Backlog {
        private final int most;
        private final Deque<byte[]> chunks = new ArrayDeque<>();
        private int size;
        private long dropped;

        Backlog(int most) {
            this.most = most;
        }

        void add(byte[] chunk) {
            chunks.add(chunk);
            size += chunk.length;
            while (size > most && chunks.size() > 1) {
                int oldest = chunks.remove().length;
                size -= oldest;
                dropped += oldest;
            }
        }

        boolean isEmpty() {
            return chunks.isEmpty();
        }

        long takeDropped() {
            long before = dropped;
            dropped = 0;
            return before;
        }

        void clear() {
            chunks.clear();
            size = 0;
        }

        byte[] joined() {
            byte[] joined = new byte[size];
            int at = 0;
            for (byte[] chunk : chunks) {
                System.arraycopy(chunk, 0, joined, at, chunk.length);
                at += chunk.length;
            }
            return joined;
        }

        /** Where something was dropped, what is left may begin in the midst of a letter or an escape sequence. */
        byte[] sinceLineBegin() {
            byte[] all = joined();
            int begin = 0;
            while (dropped > 0 && begin < all.length && all[begin] != '\n') {
                begin++;
            }
            return dropped > 0 && begin < all.length ? Arrays.copyOfRange(all, begin + 1, all.length) : all;
        }
    }
}
