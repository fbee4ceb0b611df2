package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.model.Dependency.Condition;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who may start, and what the others wait for. */
class GatesTest {
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
    void aServiceIsReadyWhenAllItsCopiesAre() {
        var graph = TestingSupervisor.with(service("worker").scale(2).checked(), service("web").after("worker"));
        graph.up().pass("worker-1");
        assertThat(graph.kind("web")).isEqualTo(ServiceState.WAITING);
        graph.pass("worker-2");
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
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
}
