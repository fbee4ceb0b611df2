package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.supervision.Cause;
import dev.brummer.core.supervision.CheckRef;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Exit;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Supervisor;
import dev.brummer.spi.Answer;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SummariesTest {
    private final StartTimes times = new StartTimes();
    private Fleet fleet;

    private static InstanceId id(String name) {
        return InstanceId.only(new ServiceId(name));
    }

    private void start(TestServices... services) {
        fleet = Fleet.of(StageGraph.of(project(services)));
        post(new Event.StartAsked(fleet.ids(), Cause.FIRST_START), 0);
    }

    private void post(Event event, long millis) {
        fleet = Supervisor.decide(fleet, event, Duration.ofMillis(millis)).fleet();
        times.look(fleet, Duration.ofMillis(millis));
    }

    private String ready(long millis, PortBook ports) {
        return Summaries.ready(fleet, times.criticalPath(fleet), Duration.ofMillis(millis), ports);
    }

    @Test
    void readyTellsTheChainThatTheStartWasAsSlowAsAndWhereThingsListen() {
        start(
                service("database"),
                task("migrate").after("database"),
                service("auth").after("migrate"),
                service("mail"));
        post(new Event.Spawned(id("mail"), 1), 50);
        post(new Event.Spawned(id("database"), 1), 2100);
        post(new Event.Spawned(id("migrate"), 1), 2200);
        post(new Event.Exited(id("migrate"), 1, new Exit(0), true), 3100);
        post(new Event.Spawned(id("auth"), 1), 6340);
        var ports = new PortBook(Map.of(id("auth"), List.of(3001, 3002), id("database"), List.of(5432)));
        assertThat(ready(6340, ports))
                .isEqualTo("""
                        ready in 6.3 s: database 2.1 → migrate 1.0 → auth 3.2
                          database  port 5432
                          auth      port 3001, port 3002""");
    }

    @Test
    void aSingleStepIsNoChain() {
        start(service("web").health(3));
        assertThat(ready(120, new PortBook(Map.of()))).isEqualTo("ready in 0.1 s");
    }

    @Test
    void aServiceThatIsAskedOverHttpIsShownAsAnAddress() {
        start(service("web").health(3));
        post(new Event.Spawned(id("web"), 1), 10);
        post(new Event.Answered(id("web"), 1, new CheckRef.Health(), Answer.passing("ok"), Duration.ZERO), 20);
        assertThat(ready(20, new PortBook(Map.of(id("web"), List.of(3000, 9000)))))
                .endsWith("\n  web  http://127.0.0.1:3000, port 9000");
    }

    @Test
    void aFailureTellsWhatItHoldsUpItsLastLinesAndWhatToType() {
        start(
                service("db"), service("a").after("db"), service("b").after("a"), service("c").after("b"),
                service("d").after("db"), service("e").after("db"));
        post(new Event.SpawnFailed(id("db"), 1, "command not found: db"), 10);
        assertThat(Summaries.failed(fleet, new Explanations(UnaryOperator.identity()), Map.of(id("db"), List.of("one", "two")), "brum -d shop up"))
                .isEqualTo("""
                        db failed: command not found: db
                          not started because of it: a, b, c and 2 others
                          │ one
                          │ two
                          when it is mended: brum -d shop up db""");
    }

    @Test
    void whatExplainsAFailureIsSaidOnce() {
        start(service("db"));
        post(new Event.SpawnFailed(id("db"), 1, "port 5432 is taken"), 10);
        var explanations = new Explanations(UnaryOperator.identity());
        explanations.add(id("db"), "port 5432 is held by 'postgres'");
        String summary = Summaries.failed(fleet, explanations, Map.of(), "brum up");
        assertThat(summary)
                .isEqualTo("""
                        db failed: port 5432 is taken
                          port 5432 is held by 'postgres'
                          when it is mended: brum up db""");
        explanations.add(id("db"), "port 5432 is held by 'postgres'");
        assertThat(explanations.take(id("db"))).isEmpty();
        explanations.add(id("db"), "port 5432 is held by 'another'");
        assertThat(explanations.take(id("db"))).contains("port 5432 is held by 'another'");
    }

    @Test
    void fourThatAreHeldUpAreAllNamed() {
        start(
                service("db"),
                service("a").after("db"),
                service("b").after("db"),
                service("c").after("db"),
                service("d").after("db"));
        post(new Event.SpawnFailed(id("db"), 1, "broken"), 10);
        assertThat(Summaries.failed(fleet, new Explanations(UnaryOperator.identity()), Map.of(), "brum up")).contains("because of it: a, b, c, d\n");
    }
}
