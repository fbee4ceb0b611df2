package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.child.Web;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.Sandbox;
import org.junit.jupiter.api.Test;

/** What makes a service ready, and what keeps it healthy. */
@EndToEnd
class ChecksIT {
    /** A service that serves once the file {@code go} is there. */
    private static String webOnGo(int port) {
        return "until [ -e go ]; do sleep 0.02; done; exec " + Web.command(port);
    }

    @Test
    void withoutAnyCheckAServiceIsReadyWhenItListensOnItsPorts(Sandbox sandbox) {
        int port = Ports.free();
        BrumRun up = sandbox.yaml("services: {web: {command: '%s', ports: [%d]}}%n".formatted(webOnGo(port), port))
                .up()
                .await("web", "starting");

        assertThat(up.events().states("web")).doesNotContain("ready");
        sandbox.write("go", "");

        up.await("web", "ready").interrupt().hasExitCode(0);
        assertThat(up.events().reason("web", "ready")).isEqualTo("listening on port " + port);
    }

    @Test
    void aTcpCheckPassesWhenSomebodyListens(Sandbox sandbox) {
        int port = Ports.free();
        String yaml = "services: {web: {command: '%s', readiness: {tcp: %d}}}%n".formatted(webOnGo(port), port);
        BrumRun up = sandbox.yaml(yaml).up().await("web", "starting");

        sandbox.write("go", "");

        up.await("web", "ready").interrupt().hasExitCode(0);
        assertThat(up.events().reason("web", "ready")).contains("connected to", Integer.toString(port));
    }

    @Test
    void anExecCheckPassesWhenItsCommandDoes(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("services: {web: {command: exec sleep 1000, readiness: {exec: test -e go}}}\n")
                .up()
                .await("web", "starting");

        sandbox.write("go", "");

        up.await("web", "ready").interrupt().hasExitCode(0);
        assertThat(up.events().reason("web", "ready")).contains("exit 0");
    }

    @Test
    void aLogCheckPassesWhenALineMatches(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web:
                    command: echo not yet; echo listening on 4711; exec sleep 1000
                    readiness: {log: "listening on \\\\d+"}
                """).up();

        up.await("web", "ready").interrupt().hasExitCode(0);

        assertThat(up.events().reason("web", "ready")).isEqualTo("logged: listening on 4711");
    }

    @Test
    void allOfSeveralChecksHaveToPass(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web:
                    command: echo on; exec sleep 1000
                    readiness: [{log: on}, {exec: test -e go}]
                  next: {type: task, command: ls go, depends_on: [web]}
                """).up().awaitLine("web", "on");

        sandbox.write("go", "");

        up.await("next", "completed").interrupt().hasExitCode(0);
        assertThat(up.events().lines("next")).containsExactly("go");
    }

    @Test
    void anExitEndsTheWaitForReadinessAtOnce(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web: {command: "exit 5", readiness: {log: never said}, start_timeout: 1h}
                """).up();

        up.awaitEnd().hasExitCode(1);

        assertThat(up.events().reason("web", "failed")).isEqualTo("ended before it was ready: exit 5");
    }

    @Test
    void aServiceThatIsNotReadyInTimeHasFailedAndSaysWhatTheCheckSaid(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web:
                    command: exec sleep 1000
                    readiness: {exec: "echo no table users; exit 1"}
                    start_timeout: 400ms
                """).up();

        up.awaitEnd().hasExitCode(1);

        assertThat(up.events().reason("web", "failed")).contains("not ready after 400 ms").contains("no table users");
    }

    /** A service with a health check whose answers a test writes to the file {@code health}. */
    private static String healthChecked(int port) {
        return """
                services:
                  web:
                    command: %s
                    ports: [%d]
                    healthcheck: {http: /health, interval: 50ms, retries: 2, timeout: 10s}
                """.formatted(Web.command(port, "health"), port);
    }

    @Test
    void anHttpCheckReadsStatusAndBody(Sandbox sandbox) {
        sandbox.write("health", "200 {\"status\":\"down\"}");
        BrumRun up = sandbox.yaml(healthChecked(Ports.free())).up().awaitLine("web", "serving");

        assertThat(up.events().states("web")).doesNotContain("ready");
        sandbox.write("health", "503 {\"status\":\"up\"}");
        assertThat(up.events().states("web")).doesNotContain("ready");
        sandbox.write("health", "200 {\"status\":\"up\"}");

        up.await("web", "ready").interrupt().hasExitCode(0);
        assertThat(up.events().reason("web", "ready")).startsWith("http 200 in ");
    }

    @Test
    void aServiceThatIsWellWithAFailingMemberIsDegradedAndNamesIt(Sandbox sandbox) {
        sandbox.write("health", "200 {\"status\":\"ok\",\"checks\":{\"database\":\"ok\",\"broker\":\"down\"}}");
        BrumRun up = sandbox.yaml(healthChecked(Ports.free())).up();

        up.await("web", "ready").interrupt().hasExitCode(0);

        assertThat(up.events().reason("web", "ready")).startsWith("degraded: broker down").doesNotContain("database");
    }

    @Test
    void aServiceBecomesUnhealthyAndHealthyAgain(Sandbox sandbox) {
        BrumRun up = sandbox.yaml(healthChecked(Ports.free())).up().await("web", "ready");

        sandbox.write("health", "503 {\"status\":\"unhealthy\",\"checks\":{\"database\":false}}");
        up.await("web", "unhealthy");
        sandbox.write("health", "200 {\"status\":\"healthy\"}");
        up.await("it is healthy again", () -> up.events().states("web").lastIndexOf("ready") > 2);

        assertThat(up.events().reason("web", "unhealthy")).contains("http 503", "database", "2 times in a row");
        up.interrupt().hasExitCode(0);
    }
}
