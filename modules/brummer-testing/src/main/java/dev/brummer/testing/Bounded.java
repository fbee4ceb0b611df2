package dev.brummer.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls code of a plugin that may not come back. */
final class Bounded {
    private Bounded() {}

    /**
     * Calls it on a thread of its own, which is interrupted and left alone if it takes too long.
     *
     * @return what it threw, or a {@link TimeoutException}; empty if it ended well
     */
    static Optional<Throwable> call(Duration longest, Callable<?> code) {
        FutureTask<?> task = new FutureTask<>(code);
        Thread.startVirtualThread(task);
        try {
            task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.ofNullable(e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            return Optional.of(e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of(e);
        }
    }
}
