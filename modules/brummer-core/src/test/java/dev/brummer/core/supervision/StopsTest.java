package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How runs are ended, and in which order. */
class StopsTest {
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
        var fleet = Fleet.of(StageGraph.of(project(service("web"))));
        var started = Supervisor.decide(fleet, new Event.StartAsked(fleet.ids(), Cause.FIRST_START), Duration.ZERO);
        var stopped = Supervisor.decide(started.fleet(), new Event.StopAsked(fleet.ids(), "Ctrl-C"), Duration.ZERO);
        assertThat(stopped.actions()).noneMatch(Action.Signal.class::isInstance);
        var id = fleet.ids().iterator().next();
        var spawned = Supervisor.decide(stopped.fleet(), new Event.Spawned(id, 1), Duration.ZERO);
        assertThat(spawned.actions()).anyMatch(Action.Signal.class::isInstance);
    }

    @Test
    void aServiceWithItsOwnWayToStopIsNotSignalled() {
        var graph = TestingSupervisor.with(service("db").stopCommand("db-ctl stop"));
        graph.up().takeActions();
        graph.stop();
        assertThat(graph.takeActions()).contains(new Action.RunStopCommand(graph.id("db"), 1));
    }
}
