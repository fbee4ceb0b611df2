package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.model.Dependency.Condition;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.spi.ServiceState;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tasks that start something which lives on without them, and which a stop command ends. */
class LaunchesTest {
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
        graph.pass("containers");

        assertThat(graph.kind("containers")).isEqualTo(ServiceState.READY);
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
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
    void aStopCommandThatHangsIsWaitedForAsLongAsTheGracePeriod() {
        var graph = TestingSupervisor.with(containers());
        graph.up().exit("containers", 0).stop();

        graph.elapse(ofSeconds(31));

        assertThat(graph.kind("containers")).isEqualTo(ServiceState.STOPPED);
        assertThat(graph.fleet().isOver()).isTrue();
    }

    @Test
    void aSecondCtrlCWaitsForNothing() {
        var graph = TestingSupervisor.with(containers());
        graph.up().exit("containers", 0).stop().kill();

        assertThat(graph.fleet().isOver()).isTrue();
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
