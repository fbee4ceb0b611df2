package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of every decision. */
class SupervisorTest {
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
