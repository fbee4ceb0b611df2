package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.ServiceState;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A fleet that becomes that of another graph, and services that are restarted together. */
class ReloadsTest {
    private static final Set<String> NOTHING = Set.of();

    @Test
    void whatIsNewStartsWhatIsGoneStopsAndTheRestIsNotTouched() {
        var graph = TestingSupervisor.with(service("web"), service("old"));
        Instance web = graph.up().fleet().instance(graph.id("web"));
        graph.reload(NOTHING, service("web"), service("mail").after("web"));
        assertThat(graph.kind("old")).isEqualTo(ServiceState.STOPPING);
        assertThat(graph.labels()).containsExactly("web", "old");
        graph.exit("old", 143);
        assertThat(graph.labels()).containsExactly("web", "mail");
        assertThat(graph.kind("mail")).isEqualTo(ServiceState.READY);
        assertThat(graph.fleet().instance(graph.id("web"))).isEqualTo(web);
        assertThat(graph.story()).contains("old stopped: not in the configuration any more", "mail starting: configuration changed");
    }

    @Test
    void whereNothingHasToEndItTakesEffectAtOnce() {
        var graph = TestingSupervisor.with(service("web"));
        graph.up().takeActions();
        graph.reload(NOTHING, service("web"), service("mail"));
        assertThat(graph.kind("mail")).isEqualTo(ServiceState.READY);
        assertThat(graph.fleet().isChanging()).isFalse();
    }

    @Test
    void whatIsDeclaredInAnotherWayStopsDependentsFirstAndStartsInOrder() {
        var graph = TestingSupervisor.with(service("db"), service("web").after("db"), service("other").after("db"));
        graph.up().takeActions();
        graph.reload(Set.of("db", "web"), service("db").checked(), service("web").after("db"), service("other").after("db"));
        assertThat(graph.signalled()).containsExactly("web");
        assertThat(graph.exit("web", 143).signalled()).containsExactly("db");
        assertThat(graph.exit("db", 143).started()).containsExactly("db");
        assertThat(graph.reason("web")).isEqualTo("waits for db");
        assertThat(graph.pass("db").started()).containsExactly("web");
        assertThat(graph.reason("web")).isEqualTo("started");
        assertThat(graph.run("other")).isEqualTo(1);
    }

    @Test
    void dependentsThatAskForItAreRestartedWithWhatHasChanged() {
        var graph = TestingSupervisor.with(service("db"), service("web").restartedWith("db"));
        graph.up().takeActions();
        graph.reload(Set.of("db"), service("db"), service("web").restartedWith("db"));
        assertThat(graph.signalled()).containsExactly("db");
        graph.exit("db", 143);
        assertThat(graph.signalled()).containsExactly("web");
        assertThat(graph.exit("web", 143).run("web")).isEqualTo(2);
    }

    @Test
    void whatFailedIsStartedWhereItSaysSomethingElseNowAndElseNot() {
        var graph = TestingSupervisor.with(service("mended"), service("broken"), service("web"));
        graph.up().crash("mended").crash("broken");
        graph.reload(Set.of("mended"), service("mended"), service("broken"), service("web"));
        assertThat(graph.kind("mended")).isEqualTo(ServiceState.READY);
        assertThat(graph.kind("broken")).isEqualTo(ServiceState.FAILED);
    }

    @Test
    void aTaskThatSaysSomethingElseRunsAgain() {
        var graph = TestingSupervisor.with(task("seed"), service("web"));
        graph.up().exit("seed", 0);
        graph.reload(NOTHING, task("seed"), service("web"));
        assertThat(graph.kind("seed")).isEqualTo(ServiceState.COMPLETED);
        graph.reload(Set.of("seed"), task("seed"), service("web"));
        assertThat(graph.kind("seed")).isEqualTo(ServiceState.STARTING);
    }

    @Test
    void whatAPersonStoppedStaysStopped() {
        var graph = TestingSupervisor.with(service("web"), service("mail").scale(2));
        graph.up().stop("web").exit("web", 143);
        graph.stop("mail-1").stop("mail-2").exit("mail-1", 0).exit("mail-2", 0);
        graph.reload(Set.of("web"), service("web"), service("mail").scale(3));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPED);
        assertThat(graph.kind("mail-3")).isEqualTo(ServiceState.STOPPED);
        assertThat(graph.reason("mail-3")).isEqualTo("asked for");
        assertThat(graph.start("web").kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void aCopyMoreOrLessConcernsNoOtherCopy() {
        var graph = TestingSupervisor.with(service("web").scale(2));
        graph.up();
        graph.reload(NOTHING, service("web").scale(3));
        assertThat(graph.started()).containsExactly("web-1", "web-2", "web-3");
        graph.reload(NOTHING, service("web").scale(2));
        assertThat(graph.signalled()).containsExactly("web-3");
        graph.exit("web-3", 0);
        assertThat(graph.labels()).containsExactly("web-1", "web-2");
        assertThat(graph.run("web-1")).isEqualTo(1);
    }

    @Test
    void gatesAreThoseOfTheNewGraph() {
        var graph = TestingSupervisor.with(service("a").checked(), service("b").checked(), service("web").after("a"));
        graph.up();
        graph.reload(NOTHING, service("a").checked(), service("b").checked(), service("web").after("b"));
        assertThat(graph.reason("web")).isEqualTo("waits for b");
        assertThat(graph.pass("a").kind("web")).isEqualTo(ServiceState.WAITING);
        assertThat(graph.pass("b").kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void theNewestReloadWinsAndBringsBackWhatAnEarlierOneTookAway() {
        var graph = TestingSupervisor.with(service("web"), service("old"));
        graph.up().takeActions();
        graph.reload(NOTHING, service("web"));
        assertThat(graph.signalled()).containsExactly("old");
        graph.reload(Set.of("web"), service("web"), service("old"), service("new"));
        assertThat(graph.signalled()).containsExactly("web");
        graph.exit("old", 143);
        assertThat(graph.started()).isEmpty();
        graph.exit("web", 143);
        assertThat(graph.started()).containsExactly("web", "old", "new");
    }

    @Test
    void whatComesBackGoesOnCountingItsRuns() {
        var graph = TestingSupervisor.with(service("web"), service("old"));
        graph.up().reload(NOTHING, service("web")).exit("old", 143);
        graph.reload(NOTHING, service("web"), service("old"));
        assertThat(graph.run("old")).isEqualTo(2);
    }

    @Test
    void whatEndsByItselfMeanwhileIsNotRestartedBeforeItsTime() {
        var graph = TestingSupervisor.with(service("db"), service("web").after("db"));
        graph.up().takeActions();
        graph.reload(Set.of("db", "web"), service("db"), service("web").after("db"));
        assertThat(graph.crash("db").started()).isEmpty();
        assertThat(graph.exit("web", 143).started()).containsExactly("db", "web");
    }

    @Test
    void aStopThatIsAskedForMeanwhileHoldsAndAStartComesWhenItIsTime() {
        var graph = TestingSupervisor.with(service("db"), service("web"), service("mail"));
        graph.up().stop("mail").exit("mail", 143);
        graph.reload(Set.of("db", "web", "mail"), service("db"), service("web"), service("mail"));
        graph.exit("web", 143).stop("web");
        graph.takeActions();
        assertThat(graph.start("mail").started()).isEmpty();
        assertThat(graph.exit("db", 143).started()).containsExactly("db", "mail");
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPED);
        assertThat(graph.reason("web")).isEqualTo("asked for");
    }

    @Test
    void theEndOfEverythingEndsTheReloadAsWell() {
        var graph = TestingSupervisor.with(service("web"), service("db"));
        graph.up().reload(Set.of("web"), service("web"), service("db"), service("new"));
        graph.stop().exit("web", 143);
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPED);
        assertThat(graph.exit("db", 143).fleet().isOver()).isTrue();
        assertThat(graph.labels()).containsExactly("web", "db");
        graph.start("web").reload(NOTHING, service("new"));
        assertThat(graph.fleet().isOver()).isTrue();
    }

    @Test
    void whoWaitsForWhatIsRestartedWaitsForItAndIsNotToldThatItIsOver() {
        var graph = TestingSupervisor.with(
                service("db").checked(), service("other"), service("web").afterIfItComes("db"));
        graph.up().reload(Set.of("db", "other"), service("db").checked(), service("other"), service("web").afterIfItComes("db"));
        graph.exit("db", 143);
        assertThat(graph.reason("web")).isEqualTo("waits for db");
        graph.exit("other", 143);
        assertThat(graph.pass("db").kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void servicesAreRestartedTogetherWithWhatWaitsForThem() {
        var graph = TestingSupervisor.with(
                service("db"), service("web").after("db"), service("gateway").after("web"), service("other"),
                service("halted").after("db"));
        graph.up().stop("halted").exit("halted", 0).takeActions();
        assertThat(graph.restartTogether("db").signalled()).containsExactly("gateway");
        assertThat(graph.exit("gateway", 143).signalled()).containsExactly("web");
        assertThat(graph.exit("web", 143).signalled()).containsExactly("db");
        assertThat(graph.exit("db", 143).started()).containsExactly("db", "web", "gateway");
        assertThat(graph.run("other")).isEqualTo(1);
        assertThat(graph.kind("halted")).isEqualTo(ServiceState.STOPPED);
        assertThat(graph.story()).contains("web starting: restarted with its dependency", "db starting: asked for");
    }
}
