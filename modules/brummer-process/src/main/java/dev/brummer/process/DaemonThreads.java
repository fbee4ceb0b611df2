package dev.brummer.process;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The one place where Brummer makes platform threads. None of them keeps the process alive. */
public final class DaemonThreads {
    // A reader's deepest stack is a channel read and a journal append.
    private static final long SMALL_STACK = 192 * 1024;

    private static final ExecutorService READERS = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("reader").daemon().stackSize(SMALL_STACK).factory());

    private DaemonThreads() {}

    /** Starts a thread with a stack of the usual size. */
    public static Thread start(String name, Runnable body) {
        return Thread.ofPlatform().name(name).daemon().start(body);
    }

    /**
     * Runs something that reads and blocks, of which there may be a thousand. Threads that have nothing to do are used
     * again: what the JDK keeps for each that has used a channel is much where services come and go.
     */
    static Future<?> read(String name, Runnable body) {
        return READERS.submit(() -> {
            Thread.currentThread().setName(name);
            body.run();
        });
    }

    /** A thread factory for executors. */
    public static java.util.concurrent.ThreadFactory factory(String name) {
        return Thread.ofPlatform().name(name).daemon().factory();
    }
}
