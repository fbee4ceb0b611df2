package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.supervision.InstanceState.Failed;
import dev.brummer.spi.Answer;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What checks make of a service, before it is ready and afterwards. */
class ReadinessTest {
    private static RestartPolicy onFailure(int limit) {
        return new RestartPolicy.OnFailure(OptionalInt.of(limit));
    }

    @Test
    void aServiceThatIsNotReadyInTimeIsEndedAndHasFailed() {
        var graph = TestingSupervisor.with(service("web").checked().startTimeout(Duration.ofSeconds(5)));
        graph.up().fail("web", "connection refused").elapse(Duration.ofSeconds(5));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPING);
        assertThat(graph.signalled()).containsExactly("web");
        graph.exit("web", 143);
        assertThat(graph.state("web")).isInstanceOf(Failed.class);
        assertThat(graph.reason("web")).isEqualTo("not ready after 5 s: connection refused");
    }

    @Test
    void healthFailuresInARowMakeItUnhealthyAndOnePassHealsIt() {
        var graph = TestingSupervisor.with(service("web").health(3));
        graph.up().health("web", Answer.passing("http 200"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
        graph.health("web", Answer.failing("http 503")).health("web", Answer.failing("http 503"));
        graph.health("web", Answer.passing("http 200"));
        graph.health("web", Answer.failing("http 503")).health("web", Answer.failing("http 503"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
        graph.health("web", Answer.failing("http 503"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.UNHEALTHY);
        assertThat(graph.reason("web")).isEqualTo("http 503, 3 times in a row");
        graph.health("web", Answer.passing("http 200"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void anUnhealthyServiceIsRestartedWhereItsPolicySaysSo() {
        var graph = TestingSupervisor.with(service("web").health(1).restart(onFailure(3)));
        graph.up().health("web", Answer.passing("ok")).health("web", Answer.failing("http 503"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPING);
        graph.exit("web", 143);
        assertThat(graph.kind("web")).isEqualTo(ServiceState.BACKING_OFF);
        graph.elapse(Duration.ofSeconds(2));
        assertThat(graph.run("web")).isEqualTo(2);
    }

    @Test
    void unknownAnswersDoNotMakeAReadyServiceUnhealthy() {
        var graph = TestingSupervisor.with(service("web").health(1));
        graph.up().health("web", Answer.passing("ok")).health("web", Answer.unknown("no idea"));
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
    }
}
