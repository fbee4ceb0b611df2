package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.model.Backoff;
import dev.brummer.core.model.Dependency.Condition;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.supervision.InstanceState.Failed;
import dev.brummer.spi.Answer;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    private static RestartPolicy onFailure(int limit) {
        return new RestartPolicy.OnFailure(OptionalInt.of(limit));
    }

    @Test
    void aServiceStartsTheMomentWhatItWaitsForIsReady() {
        var graph = TestingSupervisor.with(
                service("database").checked(), task("migrate").after("database"), service("auth").after("migrate"));
        graph.up();
        assertThat(graph.kind("migrate")).isEqualTo(ServiceState.WAITING);
        assertThat(graph.reason("migrate")).isEqualTo("waits for database");
        graph.pass("database");
        assertThat(graph.kind("migrate")).isEqualTo(ServiceState.STARTING);
        assertThat(graph.kind("auth")).isEqualTo(ServiceState.WAITING);
        graph.exit("migrate", 0);
        assertThat(graph.kind("auth")).isEqualTo(ServiceState.READY);
        assertThat(graph.fleet().isAllUp()).isTrue();
    }

    @Test
    void gatingIsPerServiceAndNotPerWave() {
        var graph = TestingSupervisor.with(
                service("a").checked(), service("b").checked(), service("after-a").after("a"), service("after-b").after("b"));
        graph.up().pass("a");
        assertThat(graph.kind("after-a")).isEqualTo(ServiceState.READY);
        assertThat(graph.kind("after-b")).isEqualTo(ServiceState.WAITING);
    }

    @Test
    void aStageOpensWhenTheStagesBeforeItAreReadyButForOptionalServices() {
        var graph = TestingSupervisor.with(
                service("redis").stage("infra").checked(),
                service("mail").stage("infra").checked().optional(),
                service("web").stage("core"));
        graph.up();
        assertThat(graph.reason("web")).isEqualTo("waits for redis");
        graph.pass("redis");
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
        assertThat(graph.kind("mail")).isEqualTo(ServiceState.STARTING);
    }

    @Test
    void anEmptyStageIsOpenAndWhatIsBeforeItStillCounts() {
        var graph = TestingSupervisor.with(
                service("redis").stage("infra").checked(),
                service("mail").stage("middle").optional().checked(),
                service("web").stage("core"));
        assertThat(graph.up().reason("web")).isEqualTo("waits for redis");
    }

    @Test
    void startedIsEnoughWhereTheEdgeSaysSo() {
        var graph = TestingSupervisor.with(
                service("payments").checked(), service("orders").after("payments", Condition.STARTED));
        graph.up();
        assertThat(graph.kind("payments")).isEqualTo(ServiceState.STARTING);
        assertThat(graph.kind("orders")).isEqualTo(ServiceState.READY);
    }

    @Test
    void completedIsAskedOfATaskAndNotGivenByAReadyService() {
        var graph = TestingSupervisor.with(service("s"), service("waits").after("s", Condition.COMPLETED));
        graph.up();
        assertThat(graph.kind("waits")).isEqualTo(ServiceState.WAITING);
        graph.exit("s", 0);
        assertThat(graph.kind("waits")).isEqualTo(ServiceState.READY);
    }

    @Test
    void whatIsNotRequiredOpensTheGateAlsoByFailing() {
        var graph = TestingSupervisor.with(task("seed"), service("web").afterIfItComes("seed"));
        graph.up();
        assertThat(graph.kind("web")).isEqualTo(ServiceState.WAITING);
        graph.crash("seed");
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void afterAFailureTheRestRunsOnAndDependentsNameTheRoot() {
        var graph = TestingSupervisor.with(
                service("auth").checked(),
                service("orders").after("auth"),
                service("gateway").after("orders"),
                service("other"));
        graph.up().exit("auth", 1);
        assertThat(graph.kind("auth")).isEqualTo(ServiceState.FAILED);
        assertThat(graph.kind("other")).isEqualTo(ServiceState.READY);
        assertThat(graph.reason("orders")).isEqualTo("waits for auth, which failed: ended before it was ready: exit 1");
        assertThat(graph.reason("gateway"))
                .isEqualTo("waits for orders, which waits for auth, which failed: ended before it was ready: exit 1");
        assertThat(graph.fleet().isAtRest()).isFalse();
        graph.stop().exit("other", 143);
        assertThat(graph.fleet().isAtRest()).isTrue();
        assertThat(graph.fleet().hasFailed()).isTrue();
    }

    @Test
    void aServiceThatIsNotReadyInTimeIsEndedAndHasFailed() {
        var graph = TestingSupervisor.with(service("web").checked().startTimeout(Duration.ofSeconds(5)));
        graph.up().fail("web", "connection refused").elapse(Duration.ofSeconds(5));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPING);
        assertThat(graph.signalled()).containsExactly("web");
        graph.exit("web", 143);
        assertThat(graph.state("web")).isInstanceOf(Failed.class);
        assertThat(graph.reason("web")).isEqualTo("not ready after 5 s: connection refused");
    }

    @Test
    void theStopGoesInReverseOrderAndConcurrentlyWhereTheGraphAllows() {
        var graph = TestingSupervisor.with(
                service("db"), service("users").after("db"), service("orders").after("db"),
                service("gateway").after("users", "orders"));
        graph.up().takeActions();
        assertThat(graph.stop().signalled()).containsExactly("gateway");
        assertThat(graph.exit("gateway", 143).signalled()).containsExactlyInAnyOrder("users", "orders");
        assertThat(graph.exit("users", 143).signalled()).isEmpty();
        assertThat(graph.exit("orders", 0).signalled()).containsExactly("db");
        graph.exit("db", 1);
        assertThat(graph.fleet().instances()).allMatch(i -> i.state().kind() == ServiceState.STOPPED);
        assertThat(graph.fleet().hasFailed()).isFalse();
    }

    @Test
    void theGracePeriodIsForTheWholeTreeAndThenComesTheKill() {
        var graph = TestingSupervisor.with(service("web").grace(Duration.ofSeconds(3)));
        graph.up().stop().leaderExit("web", 0);
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPING);
        graph.takeActions();
        graph.elapse(Duration.ofSeconds(3));
        assertThat(graph.takeActions()).contains(new Action.Kill(graph.id("web"), 1, true));
        graph.gone("web");
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void aStopTakesFromItsRequestAndNotFromTheKill() {
        var graph = TestingSupervisor.with(service("web").grace(Duration.ofSeconds(3)));
        graph.up().stop().elapse(Duration.ofSeconds(3)).exit("web", 137);
        assertThat(graph.took("web")).contains(Duration.ofSeconds(3));
    }

    @Test
    void aLeaderThatLeavesOthersBehindIsOverWhenTheyAre() {
        var graph = TestingSupervisor.with(service("web"), service("next").after("web"));
        graph.up().takeActions();
        graph.leaderExit("web", 3);
        assertThat(graph.signalled()).containsExactly("web");
        graph.gone("web");
        assertThat(graph.reason("web")).isEqualTo("exit 3");
        assertThat(graph.kind("web")).isEqualTo(ServiceState.FAILED);
    }

    @Test
    void aSecondRequestKillsEverythingAtOnce() {
        var graph = TestingSupervisor.with(service("db"), service("web").after("db"));
        graph.up().stop().takeActions();
        graph.kill();
        assertThat(graph.takeActions())
                .contains(new Action.Kill(graph.id("db"), 1, false), new Action.Kill(graph.id("web"), 1, false));
        graph.exit("db", 137).exit("web", 137);
        assertThat(graph.fleet().isAtRest()).isTrue();
    }

    @Test
    void aStopWhileTheSpawnIsUnderWayIsCarriedOutAfterIt() {
        var fleet = Fleet.of(dev.brummer.core.graph.StageGraph.of(
                dev.brummer.core.TestServices.project(service("web"))));
        var started = Supervisor.decide(fleet, new Event.StartAsked(fleet.ids(), Cause.FIRST_START), Duration.ZERO);
        var stopped = Supervisor.decide(started.fleet(), new Event.StopAsked(fleet.ids(), "Ctrl-C"), Duration.ZERO);
        assertThat(stopped.actions()).noneMatch(Action.Signal.class::isInstance);
        var id = fleet.ids().iterator().next();
        var spawned = Supervisor.decide(stopped.fleet(), new Event.Spawned(id, 1), Duration.ZERO);
        assertThat(spawned.actions()).anyMatch(Action.Signal.class::isInstance);
    }

    @Test
    void aCrashLoopFailsTheServiceAtItsRestartLimit() {
        var graph = TestingSupervisor.with(service("web").restart(onFailure(2)));
        graph.up().crash("web").elapse(Duration.ofSeconds(2)).crash("web").elapse(Duration.ofSeconds(3)).crash("web");
        assertThat(graph.state("web")).isInstanceOf(Failed.class);
        assertThat(graph.reason("web")).isEqualTo("exit 1; gave up after 2 restarts");
        assertThat(graph.run("web")).isEqualTo(3);
    }

    @Test
    void aRunThatLivesLongEnoughEarnsAFreshBudget() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4), 2, Duration.ofSeconds(10));
        var graph = TestingSupervisor.with(service("web").restart(onFailure(1)).backoff(backoff));
        graph.up();
        for (int day = 0; day < 5; day++) {
            graph.elapse(Duration.ofSeconds(10)).crash("web");
            assertThat(graph.kind("web")).isEqualTo(ServiceState.BACKING_OFF);
            graph.elapse(Duration.ofSeconds(2));
            assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
        }
    }

    @Test
    void anUnlimitedPolicyGivesUpOnACrashLoopToo() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, Duration.ofSeconds(30));
        var graph = TestingSupervisor.with(service("web").restart(new RestartPolicy.Always()).backoff(backoff));
        graph.up();
        for (int crash = 0; crash < RestartBudget.CRASH_LOOP; crash++) {
            graph.crash("web").elapse(Duration.ofSeconds(2));
        }
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
        graph.crash("web");
        assertThat(graph.reason("web")).isEqualTo("exit 1; gave up after 10 restarts");
    }

    @Test
    void aServiceThatAPersonStoppedIsNeverRestartedByItsPolicy() {
        var graph = TestingSupervisor.with(service("web").restart(new RestartPolicy.Always()));
        graph.up().stop("web").exit("web", 1);
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPED);
        graph.elapse(Duration.ofMinutes(5));
        assertThat(graph.run("web")).isEqualTo(1);
        assertThat(graph.start("web").kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void aServiceThatEndsByItselfAsASuccessHasCompletedAndSaysSo() {
        var graph = TestingSupervisor.with(service("web").success(0, 143));
        graph.up().exit("web", 143);
        assertThat(graph.kind("web")).isEqualTo(ServiceState.COMPLETED);
        assertThat(graph.reason("web")).contains("nobody asked");
    }

    @Test
    void healthFailuresInARowMakeItUnhealthyAndOnePassHealsIt() {
        var graph = TestingSupervisor.with(service("web").health(3));
        graph.up().health("web", Answer.passing("http 200"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
        graph.health("web", Answer.failing("http 503")).health("web", Answer.failing("http 503"));
        graph.health("web", Answer.passing("http 200"));
        graph.health("web", Answer.failing("http 503")).health("web", Answer.failing("http 503"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
        graph.health("web", Answer.failing("http 503"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.UNHEALTHY);
        assertThat(graph.reason("web")).isEqualTo("http 503, 3 times in a row");
        graph.health("web", Answer.passing("http 200"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void anUnhealthyServiceIsRestartedWhereItsPolicySaysSo() {
        var graph = TestingSupervisor.with(service("web").health(1).restart(onFailure(3)));
        graph.up().health("web", Answer.passing("ok")).health("web", Answer.failing("http 503"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPING);
        graph.exit("web", 143);
        assertThat(graph.kind("web")).isEqualTo(ServiceState.BACKING_OFF);
        graph.elapse(Duration.ofSeconds(2));
        assertThat(graph.run("web")).isEqualTo(2);
    }

    @Test
    void unknownAnswersDoNotMakeAReadyServiceUnhealthy() {
        var graph = TestingSupervisor.with(service("web").health(1));
        graph.up().health("web", Answer.passing("ok")).health("web", Answer.unknown("no idea"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void dependentsThatAskForItAreRestartedWithWhatTheyDependOn() {
        var graph = TestingSupervisor.with(
                service("db"), service("pool").restartedWith("db"), service("other").after("db"));
        graph.up().restart("db").exit("db", 143);
        assertThat(graph.run("db")).isEqualTo(2);
        assertThat(graph.kind("pool")).isEqualTo(ServiceState.STOPPING);
        assertThat(graph.kind("other")).isEqualTo(ServiceState.READY);
        graph.exit("pool", 143);
        assertThat(graph.run("pool")).isEqualTo(2);
    }

    @Test
    void aRestartWaitsUntilNothingOfTheOldRunIsLeft() {
        var graph = TestingSupervisor.with(service("web"));
        graph.up().restart("web").leaderExit("web", 0);
        assertThat(graph.run("web")).isEqualTo(1);
        graph.gone("web");
        assertThat(graph.run("web")).isEqualTo(2);
    }

    @Test
    void whatConcernsARunThatIsOverIsIgnored() {
        var graph = TestingSupervisor.with(service("web").checked());
        graph.up().restart("web").exit("web", 0);
        var before = graph.fleet();
        graph.post(new Event.Exited(graph.id("web"), 1, new Exit(1), true));
        graph.post(new Event.Answered(graph.id("web"), 1, new CheckRef.Readiness(0), Answer.passing("late"), Duration.ZERO));
        graph.post(new Event.TimerFired(new Timer(graph.id("web"), 1, Timer.Kind.START_TIMEOUT)));
        assertThat(graph.fleet()).isSameAs(before);
    }

    @Test
    void aServiceIsReadyWhenAllItsCopiesAre() {
        var graph = TestingSupervisor.with(service("worker").scale(2).checked(), service("web").after("worker"));
        graph.up().pass("worker-1");
        assertThat(graph.kind("web")).isEqualTo(ServiceState.WAITING);
        graph.pass("worker-2");
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void aServiceWithItsOwnWayToStopIsNotSignalled() {
        var graph = TestingSupervisor.with(service("db").stopCommand("db-ctl stop"));
        graph.up().takeActions();
        graph.stop();
        assertThat(graph.takeActions()).contains(new Action.RunStopCommand(graph.id("db"), 1));
    }

    @Test
    void whatSomebodyElseRunsIsWaitedForAndNeverStartedOrStopped() {
        var graph = TestingSupervisor.withExternal(
                "users", service("users").checked().startTimeout(Duration.ofSeconds(1)), service("web").after("users"));
        graph.up();
        assertThat(graph.takeActions()).noneMatch(Action.Start.class::isInstance);
        assertThat(graph.elapse(Duration.ofHours(1)).kind("users")).isEqualTo(ServiceState.STARTING);
        assertThat(graph.pass("users").kind("web")).isEqualTo(ServiceState.READY);
        graph.takeActions();
        graph.stop().exit("web", 0);
        assertThat(graph.takeActions()).noneMatch(action -> action instanceof Action.Signal(var id, _, _)
                && id.label().equals("users"));
        assertThat(graph.kind("users")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void theStoryIsToldOnceAndInOrder() {
        var graph = TestingSupervisor.with(service("db").checked(), service("web").after("db"));
        graph.up().pass("db").stop().exit("web", 143).exit("db", 143);
        assertThat(graph.story()).isEqualTo(List.of(
                "db starting: first start",
                "web waiting: waits for db",
                "db ready: seen",
                "web starting: first start",
                "web ready: started",
                "web stopping: Ctrl-C",
                "web stopped: Ctrl-C",
                "db stopping: Ctrl-C",
                "db stopped: Ctrl-C"));
    }
}
