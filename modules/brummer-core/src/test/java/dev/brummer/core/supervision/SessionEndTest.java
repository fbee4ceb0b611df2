package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.ServiceState;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a session is over, and what may still be started before. */
class SessionEndTest {
    @Test
    void itIsOverWhenEverythingHasComeToItsEndByItself() {
        var graph = TestingSupervisor.with(task("seed"), service("web"), service("after").after("web"));
        graph.up().exit("seed", 0).crash("web");
        assertThat(graph.fleet().isOver()).isFalse();
        assertThat(graph.exit("after", 0).fleet().isOver()).isTrue();
    }

    @Test
    void itGoesOnAsLongAsAPersonMayStartSomethingAgain() {
        var graph = TestingSupervisor.with(service("web"), service("db"));
        graph.up().stop("web").exit("web", 143).crash("db");
        assertThat(graph.fleet().isAtRest()).isTrue();
        assertThat(graph.fleet().isOver()).isFalse();
        assertThat(graph.start("web").kind("web")).isEqualTo(ServiceState.READY);
        assertThat(graph.crash("web").fleet().isOver()).isTrue();
    }

    @Test
    void itIsOverWhenItsEndWasAskedForAlsoWhereEverythingHadBeenStoppedByName() {
        var graph = TestingSupervisor.with(service("web"));
        graph.up().stop("web").exit("web", 143);
        assertThat(graph.fleet().isOver()).isFalse();
        assertThat(graph.stop().fleet().isOver()).isTrue();
    }

    @Test
    void itIsNotOverWhileAllItsServicesAreRestarted() {
        var graph = TestingSupervisor.with(service("web"), service("db"));
        graph.up().reload(Set.of("web", "db"), service("web"), service("db")).exit("web", 0);
        assertThat(graph.fleet().isOver()).isFalse();
        assertThat(graph.exit("db", 0).kind("db")).isEqualTo(ServiceState.READY);
    }

    @Test
    void onceItIsToEndNothingStartsAnyMore() {
        var graph = TestingSupervisor.with(service("web"), service("db"));
        graph.up().crash("db").stop().start("db").restart("web").exit("web", 143);
        assertThat(graph.kind("db")).isEqualTo(ServiceState.FAILED);
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPED);
        assertThat(graph.fleet().isOver()).isTrue();
    }

    @Test
    void whoIsStartedAndNeedsWhatIsStoppedSaysSo() {
        var graph = TestingSupervisor.with(service("db"), service("auth").after("db"), service("orders").after("auth"));
        graph.up().stop("orders").exit("orders", 0).stop("auth").exit("auth", 0).stop("db").exit("db", 0);
        graph.start("orders");
        assertThat(graph.reason("orders")).isEqualTo("waits for auth, which is stopped");
        graph.start("auth");
        assertThat(graph.reason("auth")).isEqualTo("waits for db, which is stopped");
        assertThat(graph.fleet().isOver()).isFalse();
        graph.start("db");
        assertThat(graph.kind("orders")).isEqualTo(ServiceState.READY);
    }

    @Test
    void whoNeedsWhatIsAboutToStopIsToldWhenItHas() {
        var graph = TestingSupervisor.with(service("db"), service("orders").after("db"));
        graph.up().stop("orders").exit("orders", 0).stop("db").start("orders");
        assertThat(graph.reason("orders")).isEqualTo("waits for db");
        assertThat(graph.exit("db", 0).reason("orders")).isEqualTo("waits for db, which is stopped");
    }

    @Test
    void aStartOfWhatRunsDoesNothing() {
        var graph = TestingSupervisor.with(service("web"));
        Instance web = graph.up().fleet().instance(graph.id("web"));
        graph.takeActions();
        assertThat(graph.start("web").takeActions()).isEmpty();
        assertThat(graph.fleet().instance(graph.id("web"))).isEqualTo(web);
    }
}
