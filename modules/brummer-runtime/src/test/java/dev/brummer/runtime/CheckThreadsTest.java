package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CheckThreadsTest {
    private final CheckThreads threads = new CheckThreads();

    @Test
    void anyNumberRunsAtOnceAFewOfThemOnPlatformThreads() throws InterruptedException {
        var all = new CountDownLatch(500);
        List<CompletableFuture<Thread>> runs = IntStream.range(0, 500)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> {
                    all.countDown();
                    await(all);
                    return Thread.currentThread();
                }, threads))
                .toList();
        assertThat(all.await(10, TimeUnit.SECONDS)).as("all run at the same time").isTrue();
        List<Thread> used = runs.stream().map(CompletableFuture::join).toList();
        assertThat(used).doesNotHaveDuplicates();
        assertThat(used.stream().filter(thread -> !thread.isVirtual())).hasSize(8).allMatch(Thread::isDaemon);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneAfterTheOtherTheyShareAThread() {
        Thread first = used();
        assertThat(first.isVirtual()).isFalse();
        for (int time = 0; time < 20; time++) {
            // Done is done: until it waits for more, the thread is as good as busy.
            Awaitility.await().pollDelay(Duration.ZERO).until(() -> first.getState() == Thread.State.TIMED_WAITING);
            assertThat(used()).isSameAs(first);
        }
    }

    private Thread used() {
        return CompletableFuture.supplyAsync(Thread::currentThread, threads).join();
    }
}
