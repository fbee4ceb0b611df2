package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Cause;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Fleet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class EventLoopTest {
    private final AtomicReference<Duration> clock = new AtomicReference<>(Duration.ofHours(5));
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final EventLoop loop = new EventLoop(
            Fleet.of(StageGraph.of(project(service("web")))), clock::get, new EventLoop.Listener() {
                @Override
                public void perform(Action action) {
                    done.add(action.getClass().getSimpleName());
                }

                @Override
                public void decided(Fleet fleet, Duration now) {
                    done.add("decided at " + now.toSeconds());
                }
            });

    @AfterEach
    void end() {
        loop.end();
    }

    /** Waits until the loop has done what was asked of it so far, and what is due by then. */
    private void settle() {
        var turn = new CompletableFuture<Void>();
        loop.soon(() -> turn.complete(null));
        turn.orTimeout(5, TimeUnit.SECONDS).join();
    }

    private void elapse(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
        settle();
    }

    @Test
    void aDecisionsActionsAreHandedOutBeforeItIsTold() {
        loop.post(new Event.StartAsked(loop.fleet().ids(), Cause.FIRST_START));
        loop.start();
        settle();
        assertThat(done).contains("Start").endsWith("decided at 0");
        assertThat(loop.fleet().instances()).allMatch(instance -> instance.run() == 1);
    }

    @Test
    void itsTimeBeginsWithItself() {
        loop.start();
        settle();
        elapse(Duration.ofSeconds(3));
        assertThat(loop.now()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatIsForLaterRunsWhenItsTimeHasComeAndNotBefore() {
        loop.soon(() -> loop.later("key", Duration.ofMinutes(1), () -> done.add("later")));
        loop.start();
        settle();
        elapse(Duration.ofSeconds(59));
        assertThat(done).isEmpty();
        elapse(Duration.ofSeconds(1));
        settle();
        assertThat(done).containsExactly("later");
    }

    @Test
    void whatIsForgottenDoesNotRun() {
        loop.soon(() -> {
            loop.later("key", Duration.ofMinutes(1), () -> done.add("forgotten"));
            loop.forget("key");
        });
        loop.start();
        settle();
        elapse(Duration.ofHours(1));
        settle();
        assertThat(done).isEmpty();
    }

    @Test
    void itEndsAfterWhatWasPostedBefore() {
        loop.soon(() -> done.add("before"));
        var thread = new CompletableFuture<Thread>();
        loop.soon(() -> thread.complete(Thread.currentThread()));
        loop.end();
        loop.soon(() -> done.add("after"));
        loop.start();
        assertThat(thread.orTimeout(5, TimeUnit.SECONDS).join()).satisfies(Thread::join);
        assertThat(done).containsExactly("before");
    }
}
