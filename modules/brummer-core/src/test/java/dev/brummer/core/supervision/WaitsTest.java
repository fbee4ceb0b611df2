package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WaitsTest {
    /** Who holds up whom, as labels. */
    private static Map<String, String> heldUp(TestingSupervisor graph) {
        Map<String, String> labels = new TreeMap<>();
        new Waits(graph.fleet())
                .heldUp()
                .forEach((root, waiting) -> labels.put(root.label(), waiting.toString()));
        return labels;
    }

    @Test
    void theRootHoldsUpAllThatWaitHoweverFar() {
        var graph = TestingSupervisor.with(
                service("db").checked(), service("auth").after("db"), service("web").after("auth"));
        assertThat(heldUp(graph.up())).isEqualTo(Map.of("db", "[auth, web]"));
    }

    @Test
    void severalRootsEachHoldUpWhatWaitsForThem() {
        var graph = TestingSupervisor.with(
                service("db").checked(),
                service("mq").checked(),
                service("a").after("db"),
                service("b").after("db", "mq"));
        assertThat(heldUp(graph.up())).isEqualTo(Map.of("db", "[a, b]", "mq", "[b]"));
    }

    @Test
    void whatIsReadyHoldsNobodyUp() {
        var graph = TestingSupervisor.with(
                service("db").checked(), service("mq").checked(), service("b").after("db", "mq"));
        assertThat(heldUp(graph.up().pass("db"))).isEqualTo(Map.of("mq", "[b]"));
        assertThat(heldUp(graph.pass("mq"))).isEmpty();
    }

    @Test
    void whatHasFailedIsARootAndNamedThroughEverybodyBetween() {
        var graph = TestingSupervisor.with(
                service("db").checked(), service("auth").after("db"), service("web").after("auth"));
        graph.up().crash("db");
        assertThat(heldUp(graph)).isEqualTo(Map.of("db", "[auth, web]"));
        var waits = new Waits(graph.fleet());
        assertThat(waits.reason(graph.id("web").service()))
                .isEqualTo("waits for auth, which waits for db, which failed: ended before it was ready: exit 1");
        assertThat(waits.root(graph.id("web").service()).orElseThrow().id().label()).isEqualTo("db");
    }

    @Test
    void everyCopyIsWaitedFor() {
        var graph = TestingSupervisor.with(service("db").checked().scale(2), service("web").after("db"));
        assertThat(heldUp(graph.up().pass("db-1"))).isEqualTo(Map.of("db-2", "[web]"));
    }

    @Test
    void manyAreCountedAndNotAllNamed() {
        var graph = TestingSupervisor.with(
                service("a").checked(), service("b").checked(), service("c").checked(), service("d").checked(),
                service("e").checked(), service("web").after("a", "b", "c", "d", "e"));
        graph.up();
        var waits = new Waits(graph.fleet());
        assertThat(waits.reason(graph.id("web").service())).isEqualTo("waits for a, b, c and 2 others");
        graph.pass("a");
        var fewer = new Waits(graph.fleet());
        assertThat(fewer.reason(graph.id("web").service())).isEqualTo("waits for b, c, d and 1 other");
    }
}
