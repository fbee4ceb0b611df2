package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.Sandbox;
import org.junit.jupiter.api.Test;

/** A test runs against services that were brought up for it, and nothing is left of them however it ends. */
@EndToEnd
class TestRunIT {
    private static final String PROJECT = """
            stages: [infra, core]
            services:
              db: {stage: infra, command: "echo up; exec sleep 1000", readiness: {log: up}}
              api: {stage: core, command: "echo api in $MODE; exec sleep 1000", ports: [auto], readiness: {log: api}}
              broken: {stage: core, command: "echo 'ERROR no such table'; exit 3", readiness: {log: never},
                       profiles: [broken]}
              slow: {stage: core, command: exec sleep 1000, readiness: {log: never}, profiles: [slow]}
              dies: {command: "echo on; until [ -e die ]; do sleep 0.02; done; echo 'ERROR out of memory'; exit 9",
                     readiness: {log: "on"}, profiles: [dies]}
            tests:
              green: {command: 'echo "$API_URL $API_PORT $MODE"; read -r line; echo "got $line"', environment: {MODE: test}}
              red: {command: "echo 1 failed; exit 5", up: [db]}
              waits: {command: "trap 'exit 0' TERM INT; echo on; while :; do sleep 0.02; done", up: db}
              deaf: {command: "trap '' TERM INT; echo on; while :; do sleep 0.02; done", up: db}
              dies: {command: "touch die; echo >ran; until [ -e dead ]; do sleep 0.02; done", up: dies}
              alone: {command: echo alone, up: []}
            """;

    @Test
    void aGreenRunIsQuietAndStopsEverything(Sandbox sandbox) {
        Ended ended = sandbox.yaml(PROJECT)
                .brum("test", "green")
                .env("API_PORT", "set by the caller")
                .inShell("echo typed | \"$@\"")
                .run()
                .hasExitCode(0);
        assertThat(ended.stdout()).matches("http://localhost:\\d+ set by the caller test\ngot typed\n");
        assertThat(ended.stderr().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("brum: green: 2 services to be started"))
                .anyMatch(line -> line.startsWith("brum: ready after "))
                .anyMatch(line -> line.startsWith("brum: green passed in "));
        assertThat(sandbox.processes()).isEmpty();
        sandbox.brum("ps").run().hasExitCode(3);

        Ended logs = sandbox.brum("test", "--logs", "--env", "MODE=x", "--", "echo hi").run().hasExitCode(0);
        assertThat(logs.stdout()).isEqualTo("hi\n");
        assertThat(logs.stderr()).contains("| api in x\n").contains("> ready in ");
        assertThat(sandbox.brum("test", "alone").run().hasExitCode(0).stdout()).isEqualTo("alone\n");
    }

    @Test
    void aFailingTestPassesItsCodeOn(Sandbox sandbox) {
        Ended ended = sandbox.yaml(PROJECT).brum("test", "red", "--junit", "out/red.xml").run().hasExitCode(5);
        assertThat(ended.stdout()).isEqualTo("1 failed\n");
        assertThat(sandbox.read("out/red.xml"))
                .contains("<testsuite name=\"red\" tests=\"2\" failures=\"1\" errors=\"0\"")
                .contains("name=\"db\"")
                .contains("<failure message=\"red failed after ");
        assertThat(ended.stderr()).contains("brum: red failed after ").contains(": the command ended with 5\n");
        assertThat(sandbox.brum("test", "--up", "db", "--", "no-such-program").run().hasExitCode(127).stderr())
                .contains("command not found: no-such-program");
        assertThat(sandbox.brum("test").run().hasExitCode(2).stderr()).contains("which test?").contains("brum test red ");
    }

    @Test
    void aServiceThatFailsIsToldWithItsReason(Sandbox sandbox) {
        Ended early = sandbox.yaml(PROJECT).brum("--profile", "broken", "test", "green").run().hasExitCode(1);
        assertThat(early.stdout()).isEmpty();
        assertThat(early.stderr())
                .contains(": broken did not get ready\n")
                .contains("broken failed at ")
                .contains("│ ERROR no such table\n");

        BrumRun meanwhile = sandbox.brum("test", "--up", "dies", "dies").start();
        meanwhile.await("the command runs", () -> !sandbox.read("ran").isEmpty());
        sandbox.brum("wait", "dies", "--for", "stopped").run();
        sandbox.write("dead", "");
        assertThat(meanwhile.awaitEnd().hasExitCode(1).stderr())
                .contains(": dies failed while the command ran\n")
                .contains("errors while it ran:\n1×  out of memory\n");
        assertThat(sandbox.processes()).isEmpty();
    }

    @Test
    void timeRunsOutForServicesAndForTheCommand(Sandbox sandbox) {
        sandbox.yaml(PROJECT);
        assertThat(sandbox.brum("--profile", "slow", "test", "green", "--timeout", "2s").run().hasExitCode(124).stderr())
                .contains("slow is starting")
                .contains("no line matches 'never' yet");
        assertThat(sandbox.brum("test", "waits", "--timeout", "1s").run().hasExitCode(124).stderr())
                .contains("waits failed: not done within 1 s, while the command ran\n");
        assertThat(sandbox.processes()).isEmpty();
    }

    @Test
    void anInterruptedTestIsNoSuccess(Sandbox sandbox) {
        sandbox.yaml(PROJECT);
        for (String signal : new String[] {"INT", "TERM"}) {
            Ended ended = sandbox.brum("test", "waits").start().awaitText("on\n").signal(signal).awaitEnd();
            assertThat(ended.hasExitCode(130).stderr()).contains("brum: waits was interrupted by ");
            assertThat(sandbox.processes()).isEmpty();
        }
        BrumRun early = sandbox.brum("--profile", "slow", "test", "green").start();
        early.await("it has begun", () -> early.stderr().contains("to be started"));
        assertThat(early.interrupt().hasExitCode(130).stdout()).isEmpty();

        BrumRun deaf = sandbox.brum("test", "deaf").start().awaitText("on\n").signal("INT");
        // What follows at once counts as the same signal.
        deaf.await("it is forced", () -> !deaf.signal("INT").isAlive());
        deaf.awaitEnd().hasExitCode(130);
        assertThat(sandbox.processes()).isEmpty();
    }

    @Test
    void killedItLeavesNothing(Sandbox sandbox) {
        sandbox.yaml(PROJECT).brum("test", "deaf").start().awaitText("on\n").signal("KILL");
        sandbox.awaitNothingLeft();
    }

    @Test
    void aFleetThatRunsIsUsedAndRunsOn(Sandbox sandbox) {
        sandbox.yaml(PROJECT).brum("up", "-d", "--wait", "db").run().hasExitCode(0);
        Ended ended = sandbox.brum("test", "--up", "api", "--logs", "--", "echo on $API_PORT; exit 4").run().hasExitCode(4);
        assertThat(ended.stdout()).matches("on \\d+\n");
        assertThat(ended.stderr()).contains(" of the fleet that runs here (pid ").contains("| api in\n");
        assertThat(sandbox.brum("ps").run().hasExitCode(0).stdout())
                .containsPattern("db +infra +ready ")
                .containsPattern("api +core +ready ");
        sandbox.brum("down").run().hasExitCode(0);
        sandbox.awaitNothingLeft();
    }
}
