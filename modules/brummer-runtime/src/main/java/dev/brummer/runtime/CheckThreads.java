package dev.brummer.runtime;

import dev.brummer.process.DaemonThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where checks are asked. Bundled ones on a few platform threads, for they block cheaply, and a fleet at rest asks a few
 * questions a second for hours. While it starts there may be hundreds at once; those that find no such thread free run
 * on virtual ones. Those of plugins that were dropped in have threads of their own: one that never ends keeps no other
 * check from being asked. Safe for use by several threads.
 */
final class CheckThreads implements Executor {
    private static final int MOST = 8;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor few = new ThreadPoolExecutor(
            0,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.factory("checks"),
            (task, _) -> Thread.startVirtualThread(task));

    // Not virtual ones: one that spins would hold a carrier of all of them for ever.
    private final ThreadPoolExecutor strange = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.factory("plugin-checks"));

    /** Runs what calls a plugin that was dropped in. */
    void executeStrange(Runnable task) {
        strange.execute(task);
    }

    @Override
    public void execute(Runnable task) {
        few.execute(task);
    }
}
