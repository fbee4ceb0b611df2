package dev.brummer.runtime.plugins;

import dev.brummer.process.DaemonThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a stranger's code as long as one likes and no longer, on a thread of its own. */
final class InTime {
    private InTime() {}

    /**
     * What comes of a task; empty if that takes longer, or this thread is interrupted. Its thread is interrupted then.
     *
     * @throws ExecutionException if the task throws something
     */
    static <T> Optional<T> of(String name, Duration longest, Callable<T> task) throws ExecutionException {
        var future = new FutureTask<>(task);
        DaemonThreads.start(name, future);
        try {
            return Optional.of(future.get(longest.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            future.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
