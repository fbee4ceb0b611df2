package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.model.Dependency.Condition;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.spi.Answer;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tasks that leave something behind on purpose, and those whose stop command ends what lives on without them. */
class LaunchesTest {
    private static final String MAY_BE_LEFT =
            ", so what it started may still be there; this ends it: cd /project && compose stop";
    private static final String NOT_RUN = "; its stop_command was not run" + MAY_BE_LEFT;

    private static TestServices containers() {
        return task("containers").stopCommand("compose stop").grace(ofSeconds(30));
    }

    @Test
    void itIsReadyWhenTheTaskHasEndedWell() {
        var graph = TestingSupervisor.with(containers(), service("web").after("containers"));
        graph.up();
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STARTING);

        graph.exit("containers", 0);

        assertThat(graph.kind("containers")).isEqualTo(ServiceState.READY);
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
        assertThat(graph.fleet().isAllUp()).isTrue();
        assertThat(graph.fleet().isAtRest()).isFalse();
    }

    @Test
    void itsChecksAreAskedOnceTheTaskHasEnded() {
        var graph = TestingSupervisor.with(containers().checked(), service("web").after("containers"));
        graph.up();
        assertThat(graph.takeActions()).noneMatch(Action.Ask.class::isInstance);

        graph.exit("containers", 0);
        assertThat(graph.takeActions()).anyMatch(Action.Ask.class::isInstance);
        graph.fail("containers", "connection refused");
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STARTING);
        assertThat(graph.reason("containers")).isEqualTo("exit 0, not ready yet");
        graph.pass("containers");

        assertThat(graph.kind("containers")).isEqualTo(ServiceState.READY);
        assertThat(graph.reason("containers")).isEqualTo("exit 0, seen");
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void aTaskWithoutStopCommandIsCompletedOnceItsChecksHavePassed() {
        var graph = TestingSupervisor.with(
                task("seed").checked().checked(), service("early").after("seed", Condition.STARTED),
                service("late").after("seed", Condition.COMPLETED));
        graph.up().takeActions();
        assertThat(graph.exit("seed", 0).kind("seed")).isEqualTo(ServiceState.STARTING);
        assertThat(graph.kind("early")).isEqualTo(ServiceState.READY);
        assertThat(graph.takeActions().stream().filter(Action.Ask.class::isInstance)).hasSize(2);
        graph.pass("seed").fail("seed", "not asked any more").elapse(ofSeconds(2));
        assertThat(graph.reason("late")).isEqualTo("waits for seed");
        graph.answer("seed", new CheckRef.Readiness(1), Answer.passing("rows are there"));
        assertThat(graph.kind("seed")).isEqualTo(ServiceState.COMPLETED);
        assertThat(graph.reason("seed")).isEqualTo("exit 0, rows are there");
        assertThat(graph.took("seed")).contains(ofSeconds(2));
        assertThat(graph.kind("late")).isEqualTo(ServiceState.READY);
    }

    @Test
    void aTaskWithoutStopCommandAndChecksIsCompletedAtOnceWhateverItClaims() {
        var graph = TestingSupervisor.with(task("seed").port(5432).health(1));
        assertThat(graph.up().exit("seed", 0).kind("seed")).isEqualTo(ServiceState.COMPLETED);
        assertThat(graph.reason("seed")).isEqualTo("exit 0");
    }

    @Test
    void aTaskThatIsNotReadyInTimeHasFailedAndIsTriedAgainAsItsPolicySays() {
        var graph = TestingSupervisor.with(task("seed")
                .checked()
                .startTimeout(ofSeconds(8))
                .restart(new RestartPolicy.OnFailure(OptionalInt.of(1))));
        graph.up().elapse(ofSeconds(3)).exit("seed", 0).fail("seed", "no rows").elapse(ofMillis(4999));
        assertThat(graph.kind("seed")).isEqualTo(ServiceState.STARTING);
        assertThat(graph.elapse(ofMillis(1)).kind("seed")).isEqualTo(ServiceState.BACKING_OFF);
        assertThat(graph.reason("seed")).startsWith("not ready after 8 s: no rows; restart 1 in ");
        graph.elapse(ofSeconds(2)).exit("seed", 0).pass("seed");
        assertThat(graph.kind("seed")).isEqualTo(ServiceState.COMPLETED);
        assertThat(graph.run("seed")).isEqualTo(2);
    }

    @Test
    void whatIsLeftOfItsProcessesEndsBeforeItsChecksAreAskedAndTheTimeGoesOn() {
        var graph = TestingSupervisor.with(task("seed").checked().startTimeout(ofSeconds(4)));
        graph.up().leaderExit("seed", 0).elapse(ofSeconds(5));
        assertThat(graph.kind("seed")).isEqualTo(ServiceState.STOPPING);
        assertThat(graph.takeActions()).noneMatch(Action.Ask.class::isInstance);
        assertThat(graph.gone("seed").kind("seed")).isEqualTo(ServiceState.STARTING);
        assertThat(graph.elapse(Duration.ZERO).kind("seed")).isEqualTo(ServiceState.FAILED);
    }

    @Test
    void aStopWhileItsChecksAreAskedIsOverAtOnceWhereNothingIsToBeEnded() {
        var graph = TestingSupervisor.with(task("seed").checked());
        assertThat(graph.up().exit("seed", 0).stop().fleet().isOver()).isTrue();
    }

    @Test
    void itStopsByItsCommandOnceNothingNeedsItAnyMore() {
        var graph = TestingSupervisor.with(containers(), service("web").after("containers"));
        graph.up().exit("containers", 0).takeActions();

        graph.stop();
        assertThat(graph.takeActions()).noneMatch(Action.RunStopCommand.class::isInstance);
        graph.exit("web", 143);

        assertThat(graph.takeActions()).contains(new Action.RunStopCommand(graph.id("containers"), 1));
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STOPPING);
        graph.stopCommandEnded("containers");
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STOPPED);
        assertThat(graph.fleet().isOver()).isTrue();
    }

    @Test
    void aTaskThatIsStillAtItEndsFirst() {
        var graph = TestingSupervisor.with(containers());
        graph.up().takeActions();

        graph.stop();
        assertThat(graph.takeActions())
                .contains(new Action.Signal(graph.id("containers"), 1, PosixSignal.SIGTERM))
                .noneMatch(Action.RunStopCommand.class::isInstance);
        graph.exit("containers", 143);

        assertThat(graph.takeActions()).contains(new Action.RunStopCommand(graph.id("containers"), 1));
        graph.stopCommandEnded("containers");
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void whatATaskThatFailedHasStartedIsStoppedBeforeItIsSaid() {
        var graph = TestingSupervisor.with(containers(), service("web").after("containers"));
        graph.up().takeActions();

        graph.exit("containers", 1);
        assertThat(graph.takeActions()).contains(new Action.RunStopCommand(graph.id("containers"), 1));
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STOPPING);
        graph.stopCommandEnded("containers");

        assertThat(graph.kind("containers")).isEqualTo(ServiceState.FAILED);
        assertThat(graph.reason("web")).isEqualTo("waits for containers, which failed: exit 1");
    }

    @Test
    void whatCouldNotBeRunHasStartedNothing() {
        var graph = TestingSupervisor.with(containers());
        graph.up().takeActions();

        graph.exit("containers", 127);

        assertThat(graph.kind("containers")).isEqualTo(ServiceState.FAILED);
        assertThat(graph.takeActions()).noneMatch(Action.RunStopCommand.class::isInstance);
    }

    @Test
    void processesThatLiveOnAreNotEndedBeforeItsStop() {
        var graph = TestingSupervisor.with(containers());
        graph.up().leaderExit("containers", 0).takeActions();
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.READY);

        graph.stop().stopCommandEnded("containers");
        assertThat(graph.takeActions()).contains(new Action.Signal(graph.id("containers"), 1, PosixSignal.SIGTERM));
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STOPPING);
        graph.gone("containers");

        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void processesThatEndByThemselvesChangeNothing() {
        var graph = TestingSupervisor.with(containers());
        graph.up().leaderExit("containers", 0).gone("containers");
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.READY);

        graph.stop().stopCommandEnded("containers");
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void aStopCommandThatHangsIsKilledAfterTheGracePeriodAndWhatThatMeansIsSaid() {
        var graph = TestingSupervisor.with(containers());
        graph.up().exit("containers", 0).stop();

        graph.elapse(ofSeconds(31));

        assertThat(graph.takeActions())
                .contains(new Action.KillStopCommand(graph.id("containers"), 1))
                .noneMatch(Action.Kill.class::isInstance);
        assertThat(graph.reason("containers")).isEqualTo("killed: its stop_command is still there after 30 s");
        graph.stopCommandFails("containers", "ended with exit 137");
        assertThat(graph.reason("containers"))
                .isEqualTo("Ctrl-C; its stop_command was killed" + MAY_BE_LEFT);
        assertThat(graph.fleet().isOver()).isTrue();
    }

    @Test
    void aStopCommandThatFailsIsSaid() {
        var graph = TestingSupervisor.with(containers());
        graph.up().exit("containers", 0).stop().stopCommandFails("containers", "ended with exit 3");
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STOPPED);
        assertThat(graph.reason("containers"))
                .isEqualTo("Ctrl-C; its stop_command ended with exit 3" + MAY_BE_LEFT);
    }

    @Test
    void aTaskThatDoesNotEndInTimeIsKilledAndItsStopCommandStillRunsForItsOwnTime() {
        var graph = TestingSupervisor.with(containers());
        graph.up().stop().elapse(ofSeconds(30));
        assertThat(graph.takeActions()).contains(new Action.Kill(graph.id("containers"), 1, true));
        assertThat(graph.exit("containers", 137).stopCommands()).containsExactly("containers");
        assertThat(graph.elapse(ofSeconds(29)).takeActions()).isEmpty();
        assertThat(graph.elapse(ofSeconds(1)).takeActions())
                .contains(new Action.KillStopCommand(graph.id("containers"), 1));
    }

    @Test
    void aSecondCtrlCKillsTheStopCommand() {
        var graph = TestingSupervisor.with(containers());
        graph.up().exit("containers", 0).stop().kill();

        assertThat(graph.takeActions()).contains(new Action.KillStopCommand(graph.id("containers"), 1));
        assertThat(graph.stopCommandEnded("containers").fleet().isOver()).isTrue();
    }

    @Test
    void aKillRunsNoStopCommandAndSaysSo() {
        var ready = TestingSupervisor.with(containers());
        ready.up().exit("containers", 0).kill();
        assertThat(ready.stopCommands()).isEmpty();
        assertThat(ready.reason("containers")).isEqualTo("a second Ctrl-C" + NOT_RUN);
        assertThat(ready.fleet().isOver()).isTrue();

        var running = TestingSupervisor.with(containers());
        running.up().kill().exit("containers", 137);
        assertThat(running.stopCommands()).isEmpty();
        assertThat(running.reason("containers")).isEqualTo("a second Ctrl-C" + NOT_RUN);

        var checked = TestingSupervisor.with(containers().checked());
        checked.up().exit("containers", 0).kill();
        assertThat(checked.stopCommands()).isEmpty();
        assertThat(checked.reason("containers")).isEqualTo("a second Ctrl-C" + NOT_RUN);
    }

    @Test
    void aSecondCtrlCWhileATaskIsAtItSavesItsStopCommandThoughItsTimeWasUpBefore() {
        var graph = TestingSupervisor.with(containers());
        graph.up().stop().elapse(ofSeconds(30)).kill().exit("containers", 137);
        assertThat(graph.stopCommands()).isEmpty();
        assertThat(graph.reason("containers")).isEqualTo("a second Ctrl-C" + NOT_RUN);
    }

    @Test
    void whatHasNeverRunHasLeftNothing() {
        var fleet = TestingSupervisor.with(containers()).fleet();
        var id = fleet.ids().iterator().next();
        var started = Supervisor.decide(fleet, new Event.StartAsked(fleet.ids(), Cause.FIRST_START), Duration.ZERO);
        var stopped = Supervisor.decide(started.fleet(), new Event.EndAsked("Ctrl-C", true), Duration.ZERO);
        var failed = Supervisor.decide(stopped.fleet(), new Event.SpawnFailed(id, 1, "no such command"), Duration.ZERO);
        assertThat(failed.actions()).noneMatch(Action.RunStopCommand.class::isInstance);
        assertThat(failed.fleet().isOver()).isTrue();
        assertThat(failed.fleet().instance(id).detail()).isEqualTo("Ctrl-C");
    }

    @Test
    void theStopCommandOfAServiceEndsWithItsProcesses() {
        var graph = TestingSupervisor.with(service("db").stopCommand("db-ctl stop"));
        graph.up().stop().stopCommandFails("db", "ended with exit 1");
        assertThat(graph.kind("db")).isEqualTo(ServiceState.STOPPING);
        assertThat(graph.exit("db", 0).reason("db")).isEqualTo("Ctrl-C");
    }

    @Test
    void aReloadThatTakesItAwayOrChangesItEndsItFirst() {
        var graph = TestingSupervisor.with(containers(), service("web"));
        graph.up().exit("containers", 0).takeActions();
        assertThat(graph.reload(Set.of("containers"), containers().checked(), service("web")).stopCommands())
                .containsExactly("containers");
        assertThat(graph.stopCommandEnded("containers").started()).containsExactly("containers");
        graph.exit("containers", 0).pass("containers").takeActions();
        assertThat(graph.reload(Set.of(), service("web")).stopCommands()).containsExactly("containers");
        assertThat(graph.labels()).containsExactly("containers", "web");
        assertThat(graph.stopCommandEnded("containers").labels()).containsExactly("web");
    }

    @Test
    void notReadyInTimeIsAFailureThatIsTakenBack() {
        var graph = TestingSupervisor.with(containers().checked().startTimeout(ofSeconds(5)));
        graph.up().exit("containers", 0).takeActions();
        graph.fail("containers", "connection refused").elapse(ofSeconds(6));

        assertThat(graph.takeActions()).contains(new Action.RunStopCommand(graph.id("containers"), 1));
        graph.stopCommandEnded("containers");
        assertThat(graph.reason("containers")).isEqualTo("not ready after 5 s: connection refused");
    }

    @Test
    void aRestartStopsItAndRunsTheTaskAgain() {
        var graph = TestingSupervisor.with(containers());
        graph.up().exit("containers", 0).restart("containers").stopCommandEnded("containers");

        assertThat(graph.run("containers")).isEqualTo(2);
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STARTING);
        graph.exit("containers", 0);
        assertThat(graph.kind("containers")).isEqualTo(ServiceState.READY);
    }

    @Test
    void itCountsAsCompletedOnceItIsReady() {
        var graph = TestingSupervisor.with(containers(), service("web").after("containers", Condition.COMPLETED));
        graph.up();
        assertThat(graph.kind("web")).isEqualTo(ServiceState.WAITING);

        graph.exit("containers", 0);

        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void withoutItsStopCommandNothingIsLeftToStop() {
        var graph = TestingSupervisor.with(containers());
        graph.up().exit("containers", 0);
        graph.reload(Set.of(), task("containers"));

        graph.stop();

        assertThat(graph.fleet().isOver()).isTrue();
    }
}
