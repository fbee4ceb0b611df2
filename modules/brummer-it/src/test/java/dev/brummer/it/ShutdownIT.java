package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.LiveProcess;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.TerminalWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a fleet ends. That nothing is left of it is proved after each test. */
@EndToEnd
class ShutdownIT {
    @Test
    void aServiceEndsAfterThoseThatNeedIt(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  db: {command: exec sleep 1000}
                  api:
                    command: "trap 'sleep 0.2; exit 0' TERM; echo on; sleep 1000 & wait"
                    readiness: {log: on}
                    depends_on: [db]
                  ui: {command: exec sleep 1000, depends_on: [api]}
                """).up().await("ui", "ready");

        up.interrupt().hasExitCode(0);

        assertThat(up.events().order("stopped")).containsExactly("ui", "api", "db");
        assertThat(orderOf(up, "api stopped", "db stopping")).isSorted();
    }

    @Test
    void aLaterStageEndsBeforeAnEarlierOne(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                stages: [infra, services]
                services:
                  db: {stage: infra, command: exec sleep 1000}
                  api: {stage: services, command: exec sleep 1000}
                """).up().await("api", "ready");

        up.interrupt().hasExitCode(0);

        assertThat(orderOf(up, "api stopped", "db stopping", "db stopped")).isSorted();
    }

    @Test
    void servicesThatDoNotNeedEachOtherEndTogether(Sandbox sandbox) {
        String patient = "trap 'touch %s.gone; while [ ! -e %s.gone ]; do sleep 0.02; done; exit 0' TERM;"
                + " echo on; while :; do sleep 0.02; done";
        BrumRun up = sandbox.yaml("""
                defaults: {stop_grace_period: 10m, readiness: {log: on}}
                services:
                  one: {command: "%s"}
                  two: {command: "%s"}
                """.formatted(patient.formatted("one", "two"), patient.formatted("two", "one")))
                .up()
                .await("one", "ready")
                .await("two", "ready");

        // Each goes only when it has seen that the other one is asked as well.
        up.interrupt().hasExitCode(0);
    }

    /** Where these changes of state stand among all, in the order given. */
    private static List<Integer> orderOf(BrumRun up, String... changes) {
        List<String> all = up.events().changes().stream().map(change -> change.service() + " " + change.to()).toList();
        assertThat(all).contains(changes);
        return List.of(changes).stream().map(all::indexOf).toList();
    }

    @Test
    void whatATaskHasStartedEndsByItsStopCommand(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  database:
                    type: task
                    command: "sleep 1000 & echo $! > pid"
                    stop_command: kill $(cat pid) && echo ended > end
                    readiness: {exec: test -e accepting}
                  web: {command: exec sleep 1000, depends_on: [database]}
                """).up().await("web", "waiting");
        assertThat(up.events().states("database")).doesNotContain("ready");
        sandbox.write("accepting", "");
        up.await("web", "ready");
        assertThat(up.events().states("database")).containsExactly("starting", "ready");

        up.interrupt().hasExitCode(0);

        assertThat(orderOf(up, "web stopped", "database stopping", "database stopped")).isSorted();
        assertThat(sandbox.read("end")).isEqualTo("ended\n");
    }

    @Test
    void aServiceIsAskedWithItsOwnSignal(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web:
                    command: "trap 'echo got USR1; exit 0' USR1; trap '' TERM; echo on; while :; do sleep 0.02; done"
                    readiness: {log: on}
                    stop_signal: SIGUSR1
                    stop_grace_period: 10m
                """).up().await("web", "ready");

        up.interrupt().hasExitCode(0);

        assertThat(up.events().lines("web")).contains("got USR1");
    }

    /** A script that starts something in the background has it ignore Ctrl-C, and so would all that it starts. */
    @Test
    void alsoWhereBrummerItselfWasToldToIgnoreThatSignal(Sandbox sandbox) {
        sandbox.write("script.sh", "\"$BRUM\" up --detach --wait &\nwait\n\"$BRUM\" down; echo code $?\n");
        try (TerminalWindow window = sandbox.yaml("""
                services:
                  web:
                    command: "trap 'echo got INT; exit 0' INT; trap '' TERM; echo on; while :; do sleep 0.02; done"
                    readiness: {log: on}
                    stop_signal: SIGINT
                    stop_grace_period: 20s
                """).window(100, 30).enter("sh script.sh")) {
            window.awaitText("code 0");
        }
        assertThat(sandbox.brum("logs", "got", "INT").run().hasExitCode(0).lines()).containsExactly("web  | got INT");
    }

    @Test
    void aSignalThatBrummerWasToldToIgnoreEndsNothing(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("services: {web: {command: echo on; exec sleep 1000, readiness: {log: on}}}\n")
                .brum("up")
                .inShell("trap '' INT; exec \"$@\"")
                .start()
                .awaitText("ready in")
                .signal("INT");
        // By the time another command has been answered it has had its chance.
        sandbox.brum("ps").run().hasExitCode(0);
        up.signal("TERM").awaitEnd().hasExitCode(0);

        assertThat(up.stdout()).contains("stopping: SIGTERM").doesNotContain("Ctrl-C");
    }

    @Test
    void whatAServiceSaysWhileItEndsIsShown(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web:
                    command: "trap 'echo saving; printf saved; exit 0' TERM; echo on; while :; do sleep 0.02; done"
                    readiness: {log: on}
                """).up().await("web", "ready");

        up.interrupt().hasExitCode(0);

        assertThat(up.events().lines("web")).containsSubsequence("saving", "saved");
    }

    @Test
    void whoIsStillThereAfterTheGracePeriodIsKilled(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  stubborn:
                    command: "trap '' TERM; echo on; while :; do sleep 0.02; done"
                    readiness: {log: on}
                    stop_grace_period: 200ms
                """).up().await("stubborn", "ready");

        up.interrupt().hasExitCode(0);

        assertThat(up.events().reason("stubborn", "stopping")).contains("killed").contains("200 ms");
    }

    @Test
    void childrenThatIgnoreTheSignalAreKilledThoughTheirLeaderEnded(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web:
                    command: |
                      sh -c "trap '' TERM; echo pid=\\$\\$; while :; do sleep 0.02; done" &
                      trap 'exit 0' TERM
                      wait
                    stop_grace_period: 200ms
                """).up();
        long child = up.pidOf("web");
        up.await("web", "ready");

        up.interrupt().hasExitCode(0);

        assertThat(LiveProcess.isAlive(child)).isFalse();
    }

    @Test
    void aChildInASessionOfItsOwnIsEndedToo(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web:
                    command: |
                      setsid sh -c "echo pid=\\$\\$; exec sleep 1000" &
                      wait
                """).up();
        long child = up.pidOf("web");
        up.await("web", "ready");

        up.interrupt().hasExitCode(0);

        assertThat(LiveProcess.isAlive(child)).isFalse();
    }

    @Test
    void whatACrashedLeaderLeftBehindIsEnded(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web: {command: "sleep 1000 & echo pid=$!; exit 3", stop_grace_period: 200ms}
                """).up();
        long child = up.pidOf("web");

        up.awaitEnd().hasExitCode(1);

        assertThat(LiveProcess.isAlive(child)).isFalse();
        assertThat(up.events().reason("web", "failed")).contains("exit 3");
    }

    @Test
    void aStopCommandEndsAServiceInPlaceOfTheSignal(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web:
                    command: "trap '' TERM; echo on; while [ ! -e drained ]; do sleep 0.02; done; echo drained"
                    readiness: {log: on}
                    stop_command: touch drained
                    stop_grace_period: 10m
                """).up().await("web", "ready");

        up.interrupt().hasExitCode(0);

        assertThat(up.events().lines("web")).contains("drained");
    }

    @Test
    void nothingOutlivesBrummerThoughItWasKilled(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                defaults: {stop_grace_period: 1s}
                services:
                  web: {command: exec sleep 1000}
                  stubborn: {command: "trap '' TERM; echo on; while :; do sleep 0.1; done", readiness: {log: on}}
                  daemon: {command: "setsid sleep 1000 & wait"}
                """).up().await("web", "ready").await("stubborn", "ready").await("daemon", "ready");

        up.signal("KILL").awaitEnd();

        sandbox.awaitNothingLeft();
    }

    @Test
    void aServiceThatIsStillStartingIsStoppedToo(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  slow: {command: "echo on; exec sleep 1000", readiness: {log: never said}}
                """).up().awaitLine("slow", "on");

        up.interrupt().hasExitCode(0);

        assertThat(up.events().states("slow")).endsWith("stopping", "stopped");
    }
}
