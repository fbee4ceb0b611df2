package dev.brummer.plugins.webhook;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets something happen later, on another thread. */
@FunctionalInterface
interface Timer {
    /** The JDK's own, which has its threads when it is first used. */
    Timer REAL = (delay, task) ->
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS).execute(task);

    void after(Duration delay, Runnable task);
}
