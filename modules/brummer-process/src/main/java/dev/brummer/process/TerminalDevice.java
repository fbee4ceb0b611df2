package dev.brummer.process;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brummer's side of a pseudo terminal, ptmx(4). Read through the system's calls, for Java can open a name only, and to
 * open this one's makes another terminal. Reading may last; closing ends it at once. Safe for use by several threads.
 */
final class TerminalDevice implements Closeable {
    private static final String MAKER = "/dev/ptmx";
    private static final int NAME_BYTES = 128;
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int FOR_EVER = -1;

    private static final int EINTR = 4;

    private static final short READABLE = 1;
    private static final short WRITABLE = 4;
    private static final int POLL_BYTES = 8;
    private static final int EVENTS_AT = 4;

    private final PosixCalls calls;
    private final Numbers numbers;
    private final int descriptor;
    // Its other end is closed to wake who waits: closing what another thread waits for does not.
    private final int[] wake;
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final MemorySegment in = Arena.ofAuto().allocate(BUFFER_BYTES);
    private volatile boolean closing;
    private boolean closed;

    private TerminalDevice(PosixCalls calls, Numbers numbers, int descriptor, int[] wake) {
        this.calls = calls;
        this.numbers = numbers;
        this.descriptor = descriptor;
        this.wake = wake;
    }

    /** What differs between the systems: O_RDWR, O_NOCTTY and O_CLOEXEC of open(2) together, O_NONBLOCK, and EAGAIN. */
    enum Numbers {
        LINUX(0x80102, 0x800, 11),
        MACOS(0x1020002, 0x4, 35);

        private final int open;
        private final int nonBlocking;
        private final int again;

        Numbers(int open, int nonBlocking, int again) {
            this.open = open;
            this.nonBlocking = nonBlocking;
            this.again = again;
        }
    }

    /** @throws IOException if there can be no terminal; the message says why for a person */
    static TerminalDevice open(PosixCalls calls, Numbers numbers) throws IOException {
        int descriptor = opened(MAKER, numbers.open | numbers.nonBlocking);
        try {
            require("grantpt", PosixCalls.result("grantpt", descriptor, 0, 0));
            require("unlockpt", PosixCalls.result("unlockpt", descriptor, 0, 0));
            return new TerminalDevice(calls, numbers, descriptor, calls.pipe());
        } catch (IOException e) {
            calls.close(descriptor);
            throw e;
        }
    }

    /** The name under which programs open the other side. */
    String name() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(NAME_BYTES);
            require("ptsname", PosixCalls.result("ptsname_r", descriptor, name.address(), NAME_BYTES));
            return name.getString(0);
        }
    }

    /** Opens the other side by its name, and makes it nobody's controlling terminal. */
    int otherSide(String name) throws IOException {
        return opened(name, numbers.open);
    }

    private static int opened(String name, int flags) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            return require(name, PosixCalls.result("open", arena.allocateFrom(name).address(), flags, 0));
        }
    }

    private static int require(String what, int result) throws IOException {
        if (result < 0) {
            throw new IOException(PosixCalls.isLackOfHandles(-result)
                    ? PosixCalls.NO_HANDLES
                    : "no terminal could be made: " + what + " failed (error " + -result + ")");
        }
        return result;
    }

    /** Reads what there is, and waits until there is something; -1 once nobody has the other side open, or it is closed. */
    int read(ByteBuffer to) {
        reading.lock();
        try {
            int wanted = Math.min(to.remaining(), BUFFER_BYTES);
            while (isUsable(READABLE, FOR_EVER)) {
                int count = calls.read(descriptor, in.asSlice(0, wanted));
                if (count > 0) {
                    to.put(in.asSlice(0, count).asByteBuffer());
                    return count;
                }
                // Linux fails where nobody is there, macOS has nothing to read.
                if (count == 0 || !isPassing(-count)) {
                    return -1;
                }
            }
            return -1;
        } finally {
            reading.unlock();
        }
    }

    /**
     * Writes all of it.
     *
     * @throws IOException if it takes longer, or the device is closed; the message says so for a person
     */
    void write(ByteBuffer from, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        writing.lock();
        try (Arena arena = Arena.ofConfined()) {
            while (from.hasRemaining()) {
                if (!isUsable(WRITABLE, Math.max(0, Duration.ofNanos(end - System.nanoTime()).toMillis()))) {
                    throw new IOException(closing ? "the run is over" : "the run does not read what is typed");
                }
                MemorySegment bytes = arena.allocate(Math.min(from.remaining(), BUFFER_BYTES));
                bytes.copyFrom(MemorySegment.ofBuffer(from).asSlice(0, bytes.byteSize()));
                int count = PosixCalls.result("write", descriptor, bytes.address(), bytes.byteSize());
                if (count < 0 && !isPassing(-count)) {
                    throw new IOException("typing failed (error " + -count + ")");
                }
                from.position(from.position() + Math.max(0, count));
            }
        } finally {
            writing.unlock();
        }
    }

    /** @throws IOException if it is closed */
    void resize(TerminalSize size) throws IOException {
        writing.lock();
        try {
            if (closing || !size.give(descriptor)) {
                throw new IOException("the run is over");
            }
        } finally {
            writing.unlock();
        }
    }

    private boolean isPassing(int error) {
        return error == EINTR || error == numbers.again;
    }

    /** Waits until it can be read or written; false if it is closed, or the time is up. */
    private boolean isUsable(short events, long limitMillis) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment polled = arena.allocate(2 * POLL_BYTES, Integer.BYTES);
            polled.set(ValueLayout.JAVA_INT, 0, descriptor);
            polled.set(ValueLayout.JAVA_SHORT, EVENTS_AT, events);
            polled.set(ValueLayout.JAVA_INT, POLL_BYTES, wake[0]);
            int ready = 0;
            while (!closing && ready <= 0) {
                ready = PosixCalls.result("poll", polled.address(), 2, limitMillis);
                if (ready == 0 || (ready < 0 && !isPassing(-ready))) {
                    return false;
                }
            }
            return !closing;
        }
    }

    /** Ends what is being read and written. The programs on the other side are hung up on. */
    @Override
    public void close() {
        wakeAll();
        reading.lock();
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                calls.close(descriptor);
                calls.close(wake[0]);
            }
        } finally {
            writing.unlock();
            reading.unlock();
        }
    }

    private synchronized void wakeAll() {
        if (!closing) {
            closing = true;
            calls.close(wake[1]);
        }
    }
}
