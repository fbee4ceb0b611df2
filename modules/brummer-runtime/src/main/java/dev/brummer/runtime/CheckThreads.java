package dev.brummer.runtime;

import dev.brummer.process.DaemonThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where checks are asked: on a few platform threads, for they block cheaply, and a fleet at rest asks a few questions a
 * second for hours. While it starts there may be hundreds at once; those that find no such thread free run on virtual
 * ones. Safe for use by several threads.
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

    @Override
    public void execute(Runnable task) {
        few.execute(task);
    }
}
