package dev.brummer.process;

/** The one place where Brummer makes platform threads. None of them keeps the process alive. */
public final class DaemonThreads {
    // A reader's deepest stack is a channel read and a journal append.
    private static final long SMALL_STACK = 192 * 1024;

    private DaemonThreads() {}

    /** Starts a thread with a stack of the usual size. */
    public static Thread start(String name, Runnable body) {
        return Thread.ofPlatform().name(name).daemon().start(body);
    }

    /** Starts a thread for blocking reads, of which there may be a thousand. */
    static Thread startReader(String name, Runnable body) {
        return Thread.ofPlatform().name(name).daemon().stackSize(SMALL_STACK).start(body);
    }

    /** A thread factory for executors. */
    public static java.util.concurrent.ThreadFactory factory(String name) {
        return Thread.ofPlatform().name(name).daemon().factory();
    }
}
