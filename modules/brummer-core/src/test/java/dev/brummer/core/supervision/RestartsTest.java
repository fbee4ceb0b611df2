package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.model.Backoff;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.supervision.InstanceState.Failed;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What follows an end: by policy, because a person asks, or with what a service depends on. */
class RestartsTest {
    private static RestartPolicy onFailure(int limit) {
        return new RestartPolicy.OnFailure(OptionalInt.of(limit));
    }

    @Test
    void aCrashLoopFailsTheServiceAtItsRestartLimit() {
        var graph = TestingSupervisor.with(service("web").restart(onFailure(2)));
        graph.up().crash("web").elapse(Duration.ofSeconds(2)).crash("web").elapse(Duration.ofSeconds(3)).crash("web");
        assertThat(graph.state("web")).isInstanceOf(Failed.class);
        assertThat(graph.reason("web")).isEqualTo("exit 1; gave up after 2 restarts");
        assertThat(graph.run("web")).isEqualTo(3);
    }

    @Test
    void aRunThatLivesLongEnoughEarnsAFreshBudget() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4), 2, Duration.ofSeconds(10));
        var graph = TestingSupervisor.with(service("web").restart(onFailure(1)).backoff(backoff));
        graph.up();
        for (int day = 0; day < 5; day++) {
            graph.elapse(Duration.ofSeconds(10)).crash("web");
            assertThat(graph.kind("web")).isEqualTo(ServiceState.BACKING_OFF);
            graph.elapse(Duration.ofSeconds(2));
            assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
        }
    }

    @Test
    void anUnlimitedPolicyGivesUpOnACrashLoopToo() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, Duration.ofSeconds(30));
        var graph = TestingSupervisor.with(service("web").restart(new RestartPolicy.Always()).backoff(backoff));
        graph.up();
        for (int crash = 0; crash < RestartBudget.CRASH_LOOP; crash++) {
            graph.crash("web").elapse(Duration.ofSeconds(2));
        }
        assertThat(graph.kind("web")).isEqualTo(ServiceState.READY);
        graph.crash("web");
        assertThat(graph.reason("web")).isEqualTo("exit 1; gave up after 10 restarts");
    }

    @Test
    void aServiceThatAPersonStoppedIsNeverRestartedByItsPolicy() {
        var graph = TestingSupervisor.with(service("web").restart(new RestartPolicy.Always()));
        graph.up().stop("web").exit("web", 1);
        assertThat(graph.kind("web")).isEqualTo(ServiceState.STOPPED);
        graph.elapse(Duration.ofMinutes(5));
        assertThat(graph.run("web")).isEqualTo(1);
        assertThat(graph.start("web").kind("web")).isEqualTo(ServiceState.READY);
    }

    @Test
    void aServiceThatEndsByItselfAsASuccessHasCompletedAndSaysSo() {
        var graph = TestingSupervisor.with(service("web").success(0, 143));
        graph.up().exit("web", 143);
        assertThat(graph.kind("web")).isEqualTo(ServiceState.COMPLETED);
        assertThat(graph.reason("web")).contains("nobody asked");
    }

    @Test
    void dependentsThatAskForItAreRestartedWithWhatTheyDependOn() {
        var graph = TestingSupervisor.with(
                service("db"), service("pool").restartedWith("db"), service("other").after("db"));
        graph.up().restart("db").exit("db", 143);
        assertThat(graph.run("db")).isEqualTo(2);
        assertThat(graph.kind("pool")).isEqualTo(ServiceState.STOPPING);
        assertThat(graph.kind("other")).isEqualTo(ServiceState.READY);
        graph.exit("pool", 143);
        assertThat(graph.run("pool")).isEqualTo(2);
    }

    @Test
    void aRestartWaitsUntilNothingOfTheOldRunIsLeft() {
        var graph = TestingSupervisor.with(service("web"));
        graph.up().restart("web").leaderExit("web", 0);
        assertThat(graph.run("web")).isEqualTo(1);
        graph.gone("web");
        assertThat(graph.run("web")).isEqualTo(2);
    }
}
