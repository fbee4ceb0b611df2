package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.ContainerEngine;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import org.junit.jupiter.api.Test;

/** Tasks whose command returns while what it has started lives on, run by somebody else. */
@EndToEnd
class ContainersIT {
    private static final String PROJECT = """
            services:
              db:
                type: task
                command: ./docker-compose up -d db
                readiness: {tcp: %d}
                stop_command: ./docker-compose stop db
              web: {command: "trap 'sleep 0.2; exit 0' TERM; echo on; sleep 1000 & wait", depends_on: [db]}
            """;

    @Test
    void whatATaskHasStartedElsewhereIsAwaitedHeldAndEndedAfterItsDependents(Sandbox sandbox) throws Exception {
        try (ContainerEngine engine = ContainerEngine.beside(sandbox)) {
            BrumRun up = sandbox.yaml(PROJECT.formatted(engine.port())).up();
            up.await("the command has returned", () ->
                    sandbox.brum("ps").run().stdout().contains("exit 0, not ready yet"));
            assertThat(up.events().states("web")).containsExactly("waiting");

            engine.serve();

            up.await("db", "ready").await("web", "ready");
            assertThat(up.events().reason("db", "ready"))
                    .isEqualTo("exit 0, connected to 127.0.0.1:" + engine.port());
            sandbox.brum("wait", "db", "--for", "completed").run().hasExitCode(0);

            sandbox.brum("stop", "web").run().hasExitCode(0);
            assertThat(up.isAlive()).isTrue();
            sandbox.brum("start", "web").run().hasExitCode(0);

            up.interrupt().hasExitCode(0);

            assertThat(engine.orders()).containsExactly("up -d db", "stop db");
            assertThat(engine.isServing()).isFalse();
            assertThat(up.events().order("stopped")).containsExactly("web", "web", "db");
            assertThat(up.events().lines("db")).containsExactly("done: up -d db", "done: stop db");
        }
    }

    @Test
    void aKillLeavesItWhereItIsAndSaysSo(Sandbox sandbox) throws Exception {
        try (ContainerEngine engine = ContainerEngine.beside(sandbox)) {
            engine.serve();
            BrumRun up = sandbox.yaml(PROJECT.formatted(engine.port())).up().await("web", "ready");

            sandbox.brum("kill", "db", "web").run().hasExitCode(0);

            up.signal("INT").awaitEnd().hasExitCode(0);
            assertThat(engine.orders()).containsExactly("up -d db");
            assertThat(up.events().reason("db", "stopped"))
                    .contains("its stop_command was not run, so what it started may still be there; this ends it: ")
                    .endsWith("cd " + sandbox.project() + " && ./docker-compose stop db");
        }
    }
}
