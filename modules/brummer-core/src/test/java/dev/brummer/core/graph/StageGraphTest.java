package dev.brummer.core.graph;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.core.TestServices;
import dev.brummer.core.model.Dependency.Condition;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageGraphTest {
    private static ServiceId id(String name) {
        return new ServiceId(name);
    }

    private static StageGraph graph(TestServices... services) {
        return StageGraph.of(project(services));
    }

    /** What a service waits for: {@code db} by an edge, {@code db (infra)} because of a stage. */
    private static List<String> gates(StageGraph graph, String name) {
        return graph.gates(id(name)).stream()
                .map(gate -> gate.on() + gate.stage().map(stage -> " (" + stage + ")").orElse(""))
                .toList();
    }

    @Test
    void aStageWaitsForEveryStageBeforeItHoweverFar() {
        var graph = graph(
                service("db").stage("infra"), service("auth").stage("core"), service("web").stage("gateway"));
        assertThat(gates(graph, "db")).isEmpty();
        assertThat(gates(graph, "auth")).containsExactly("db (infra)");
        assertThat(gates(graph, "web")).containsExactlyInAnyOrder("db (infra)", "auth (core)");
    }

    @Test
    void anOptionalServiceIsNotWaitedForByTheNextStage() {
        var graph = graph(
                service("db").stage("infra"), service("mail").stage("infra").optional(), service("w").stage("c"));
        assertThat(gates(graph, "w")).containsExactly("db (infra)");
    }

    @Test
    void aServiceWithoutStageWaitsForItsEdgesAlone() {
        var graph = graph(service("db").stage("infra"), service("tool"), service("other").after("tool"));
        assertThat(gates(graph, "tool")).isEmpty();
        assertThat(gates(graph, "other")).containsExactly("tool");
    }

    @Test
    void anEdgeThatAsksForNoLessTakesThePlaceOfTheStages() {
        var graph = graph(service("db").stage("infra"), service("web").stage("core").after("db"));
        assertThat(gates(graph, "web")).containsExactly("db");
    }

    @Test
    void anEdgeThatAsksForLessLeavesTheStageInForce() {
        var started = graph(service("db").stage("infra"), service("web").stage("core").after("db", Condition.STARTED));
        assertThat(gates(started, "web")).containsExactly("db", "db (infra)");
        var ifItComes = graph(service("db").stage("infra"), service("web").stage("core").afterIfItComes("db"));
        assertThat(gates(ifItComes, "web")).containsExactly("db", "db (infra)");
    }

    @Test
    void dependentsAreThoseThatWait() {
        var graph = graph(service("db"), service("a").after("db"), service("b").after("a", "db"));
        assertThat(graph.dependents(id("db"))).containsExactly(id("a"), id("b"));
        assertThat(graph.dependents(id("b"))).isEmpty();
    }

    @Test
    void levelsAreAsDeepAsTheLongestWait() {
        var graph = graph(
                service("db"), service("cache"), service("auth").after("db"), service("web").after("auth", "cache"));
        assertThat(graph.levels())
                .containsExactly(List.of(id("db"), id("cache")), List.of(id("auth")), List.of(id("web")));
    }

    @Test
    void aCycleIsABugOfWhoeverLetItThrough() {
        var graph = graph(service("a").after("b"), service("b").after("a"));
        assertThatThrownBy(graph::levels).isInstanceOf(IllegalStateException.class).hasMessageContaining("[a, b]");
    }

    @Test
    void namedServicesBringWhatTheyWaitForAndNothingElse() {
        var project = project(
                service("db").stage("infra"), service("auth").stage("core").after("mail"), service("mail"),
                service("web").stage("core"));
        var graph = StageGraph.withDependencies(project, Set.of(id("auth")));
        assertThat(graph.services()).containsOnlyKeys(id("db"), id("auth"), id("mail"));
    }

    @Test
    void withoutDependenciesWhatIsElsewhereIsTakenToBeThere() {
        var project = project(service("db"), service("auth").after("db"), service("web").after("auth"));
        var graph = StageGraph.withoutDependencies(project, Set.of(id("web"), id("db")));
        assertThat(graph.services()).containsOnlyKeys(id("db"), id("web"));
        assertThat(gates(graph, "web")).isEmpty();
    }

    @Test
    void aStageThatNobodyIsInHoldsNobodyUp() {
        var project = project(service("db").stage("infra"), service("web").stage("core"));
        assertThat(gates(StageGraph.withoutDependencies(project, Set.of(id("web"))), "web")).isEmpty();
    }
}
