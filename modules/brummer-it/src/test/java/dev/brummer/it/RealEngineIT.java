package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.Await;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.DockerEngine;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.LiveProcess;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.Sandbox;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Containers of a real engine, started by the script of a {@code package.json} as people write it. */
@EndToEnd
class RealEngineIT {
    private static DockerEngine engine;
    private static TestAbortedException impossible;

    private final List<Integer> ports = Ports.free(2);

    @BeforeAll
    static void anEngine() throws Exception {
        try {
            engine = DockerEngine.start();
        } catch (TestAbortedException why) {
            // Of a whole class that is skipped, reports tell no reason.
            impossible = why;
        }
    }

    @AfterAll
    static void nothingIsLeftOfIt() throws Exception {
        if (engine != null) {
            engine.close();
        }
    }

    @BeforeEach
    void aProject(Sandbox sandbox) {
        if (impossible != null) {
            throw impossible;
        }
        sandbox.write("docker-compose.yml", """
                version: "3.3"
                services:
                  postgres: {image: %2$s, command: %1$s, ports: ["127.0.0.1:%3$d:80"]}
                  redis: {image: %2$s, command: %1$s, ports: ["127.0.0.1:%4$d:80"]}
                """.formatted(
                        "[/bin/busybox, sh, -c, \"trap 'exit 0' TERM; /bin/busybox httpd -p 80; /bin/busybox sleep 1000 & wait\"]",
                        DockerEngine.IMAGE, ports.get(0), ports.get(1)));
        scripts(sandbox, "docker-compose", "");
    }

    private static void scripts(Sandbox sandbox, String tool, String atTerm) {
        sandbox.write("package.json", """
                {
                  "scripts": {
                    // Infrastructure
                    "infra": "%1$s up -d postgres redis",
                    "start:1:infra": "npm run infra",
                    "start:2:web": "%2$s while :; do sleep 1; done"
                  }
                }
                """.formatted(tool, atTerm));
    }

    @AfterEach
    void noContainerIsLeft() throws Exception {
        if (engine != null) {
            engine.clear();
        }
    }

    private BrumRun up(Sandbox sandbox, String... names) {
        String[] arguments = new String[names.length + 3];
        arguments[0] = "up";
        arguments[1] = "--output";
        arguments[2] = "json";
        System.arraycopy(names, 0, arguments, 3, names.length);
        return engine.with(sandbox.brum(arguments)).start();
    }

    private boolean isPublished() {
        return ports.stream().noneMatch(port -> LiveProcess.holding(port).isEmpty());
    }

    @Test
    void theyAreReadyWhenTheirPublishedPortsAcceptAndEndWithTheFleet(Sandbox sandbox) {
        BrumRun up = up(sandbox, "infra").await("infra", "ready");

        assertThat(engine.running()).containsExactly("postgres", "redis");
        assertThat(isPublished()).isTrue();
        assertThat(up.events().reason("infra", "ready")).startsWith("exit 0, connected to 127.0.0.1:");

        sandbox.brum("down").run().hasExitCode(0);

        up.awaitEnd().hasExitCode(0);
        assertThat(engine.running()).isEmpty();
        assertThat(ports).allSatisfy(port -> assertThat(LiveProcess.holding(port)).isEmpty());
    }

    @Test
    void aToolThatIsNotThereIsReplacedByTheOneThatIs(Sandbox sandbox) {
        scripts(sandbox, "docker compose", "");

        up(sandbox, "infra").await("infra", "ready").interrupt().hasExitCode(0);

        assertThat(engine.running()).isEmpty();
    }

    @Test
    void aSecondCtrlCLeavesThemAndSaysWhatEndsThem(Sandbox sandbox) throws Exception {
        scripts(sandbox, "docker-compose", "trap '' TERM;");
        BrumRun up = up(sandbox).await("web", "ready");
        // The containers are stopped after what needs them, and that takes its time.
        up.signal("INT").await("web", "stopping");
        // What follows at once counts as the same signal.
        Await.until("it is forced", () -> !up.signal("INT").isAlive(), up::stdout);
        up.awaitEnd().hasExitCode(130);

        assertThat(engine.running()).containsExactly("postgres", "redis");
        String said = up.events().reason("infra", "stopped");
        assertThat(said).contains("this ends it: cd " + sandbox.project() + " && docker-compose stop postgres redis");
        assertThat(engine.with(sandbox.brum("down")).run().hasExitCode(3).stderr()).contains("docker-compose stop postgres redis");
        engine.shell(said.replaceFirst("^.*this ends it: ", ""));
        assertThat(engine.running()).isEmpty();
    }

    @Test
    void aKillLeavesThemAndTheNextStartTakesThemOver(Sandbox sandbox) {
        BrumRun killed = up(sandbox).await("web", "ready");
        killed.signal("KILL").awaitEnd();
        Await.until("the guard has ended the rest", () -> sandbox.processes().isEmpty(), () -> sandbox.processes().toString());
        assertThat(engine.running()).containsExactly("postgres", "redis");

        Ended down = engine.with(sandbox.brum("down")).run().hasExitCode(3);
        assertThat(down.stderr()).contains("cd " + sandbox.project() + " && docker-compose stop postgres redis");

        up(sandbox, "infra").await("infra", "ready").interrupt().hasExitCode(0);
        assertThat(engine.running()).isEmpty();
    }
}
