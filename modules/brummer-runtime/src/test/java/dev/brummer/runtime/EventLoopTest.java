package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Cause;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Exit;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Supervisor;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class EventLoopTest {
    private final AtomicReference<Duration> clock = new AtomicReference<>(Duration.ofHours(5));
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));

    private final List<String> done = new CopyOnWriteArrayList<>();
    // What breaks, by the name of the event or action, or "look".
    private final Set<String> breaking = ConcurrentHashMap.newKeySet();
    private final EventLoop loop = new EventLoop(
            Fleet.of(StageGraph.of(project(service("web")))),
            clock::get,
            (fleet, event, now) -> {
                breakIfAsked(event.getClass().getSimpleName());
                return Supervisor.decide(fleet, event, now);
            },
            new EventLoop.Listener() {
                @Override
                public void perform(Action action) {
                    breakIfAsked(action.getClass().getSimpleName());
                    done.add(action.getClass().getSimpleName());
                }

                @Override
                public void decided(Fleet fleet, Duration now) {
                    breakIfAsked("look");
                    done.add("decided at " + now.toSeconds());
                }

                @Override
                public void broke(String doing, Throwable fault) {
                    done.add("broke " + doing + ": " + fault.getMessage());
                }

                @Override
                public void hopeless(String why) {
                    done.add("hopeless: " + why);
                }
            });

    private void breakIfAsked(String what) {
        if (breaking.contains(what)) {
            throw new IllegalStateException("a bug");
        }
    }

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
    void anEventCanMakeNeedlessWhatWasToRunLater() {
        loop.soon(() -> loop.later("key", Duration.ofMinutes(1), () -> done.add("needless")));
        loop.start();
        loop.postInstead("key", new Event.StartAsked(Set.of(WEB), Cause.FIRST_START));
        settle();
        elapse(Duration.ofHours(1));
        settle();
        assertThat(done).contains("Start").doesNotContain("needless");
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

    private void startWeb() {
        loop.post(new Event.StartAsked(Set.of(WEB), Cause.FIRST_START));
        settle();
    }

    private ServiceState web() {
        return loop.fleet().instance(WEB).state().kind();
    }

    @Test
    void aTaskThatBreaksIsSaidAndTheLoopGoesOn() {
        loop.start();
        breaking.add("task");
        loop.soon(() -> breakIfAsked("task"));
        startWeb();
        assertThat(done).startsWith("broke a task of the supervision: a bug").contains("Start");
    }

    @Test
    void anActionThatBreaksIsSaidAndTheOthersAreCarriedOut() {
        breaking.add("Publish");
        loop.start();
        startWeb();
        assertThat(done)
                .containsExactly("broke telling that web is starting: a bug", "Start", "Schedule", "decided at 0");
    }

    @Test
    void aStartThatBreaksIsAStartThatFailed() {
        breaking.add("Start");
        loop.start();
        startWeb();
        assertThat(done).contains("broke starting web: a bug");
        elapse(Duration.ofSeconds(1));
        settle();
        assertThat(web()).isEqualTo(ServiceState.FAILED);
        assertThat(loop.fleet().instance(WEB).detail()).startsWith("brum itself broke: ");
    }

    @Test
    void aKillThatBreaksIsHopelessForNobodyElseKills() {
        loop.start();
        startWeb();
        loop.post(new Event.Spawned(WEB, 1));
        breaking.add("Kill");
        loop.post(new Event.KillAsked(Set.of(WEB), "a second Ctrl-C"));
        settle();
        assertThat(done).contains("broke killing web: a bug", "hopeless: web cannot be killed");
    }

    @Test
    void anEventThatCannotBeDecidedIsTriedAgainAndWhatCameLaterOfItsInstanceComesBehindIt() {
        loop.start();
        startWeb();
        breaking.add("Spawned");
        loop.post(new Event.Spawned(WEB, 1));
        loop.post(new Event.Exited(WEB, 1, new Exit(3), true));
        settle();
        assertThat(done).endsWith("broke deciding on the start of web: a bug");
        assertThat(web()).isEqualTo(ServiceState.STARTING);
        breaking.clear();
        elapse(Duration.ofMillis(100));
        settle();
        assertThat(web()).isEqualTo(ServiceState.FAILED);
        assertThat(loop.fleet().instance(WEB).detail()).isEqualTo("exit 3");
    }

    @Test
    void anEventThatCanNeverBeDecidedIsHopeless() {
        breaking.add("Spawned");
        loop.start();
        startWeb();
        loop.post(new Event.Spawned(WEB, 1));
        settle();
        for (Duration pause : List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2))) {
            assertThat(done).noneMatch(line -> line.startsWith("hopeless"));
            elapse(pause);
            settle();
        }
        assertThat(done).endsWith("hopeless: it cannot decide on the start of web");
        int before = done.size();
        loop.post(new Event.StopAsked(Set.of(WEB), "Ctrl-C"));
        settle();
        assertThat(done).as("nothing is decided any more").hasSize(before);
    }

    @Test
    void aStopThatCannotBeDecidedIsHopelessAtOnce() {
        breaking.add("StopAsked");
        loop.start();
        startWeb();
        loop.post(new Event.StopAsked(Set.of(WEB), "Ctrl-C"));
        settle();
        assertThat(done).endsWith("broke deciding on a stop: a bug", "hopeless: it cannot decide on a stop");
    }

    @Test
    void aLookThatBreaksIsTakenAgainAndIsHopelessWhenItKeepsBreaking() {
        breaking.add("look");
        loop.start();
        startWeb();
        assertThat(done).endsWith("broke looking at the fleet after a decision: a bug");
        breaking.clear();
        elapse(Duration.ofMillis(100));
        settle();
        assertThat(done).endsWith("decided at 0");
        breaking.add("look");
        loop.post(new Event.Spawned(WEB, 1));
        settle();
        for (Duration pause : List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2))) {
            elapse(pause);
            settle();
        }
        assertThat(done).endsWith("hopeless: it cannot look at the fleet");
    }
}
