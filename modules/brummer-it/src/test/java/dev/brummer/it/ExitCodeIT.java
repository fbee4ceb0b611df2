package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code brum up} says with its exit code. */
@EndToEnd
class ExitCodeIT {
    private static final String SLEEPER = """
            services:
              web: {command: exec sleep 1000}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void aSignalThatAsksForTheEndIsNoFailure(String signal, Sandbox sandbox) {
        BrumRun up = sandbox.yaml(SLEEPER).up().await("web", "ready");

        up.signal(signal).awaitEnd().hasExitCode(0);

        assertThat(up.events().states("web")).endsWith("stopped");
    }

    @Test
    void aServiceThatFailedIsAFailureEvenAfterAGracefulEnd(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web: {command: exec sleep 1000}
                  broken: {command: exit 7}
                """).up().await("web", "ready").await("broken", "failed");

        up.interrupt().hasExitCode(1);

        assertThat(up.events().reason("broken", "failed")).contains("exit 7");
    }

    @Test
    void anEndThatWasAskedForBeforeAnythingWasReadyIsNoFailure(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web: {command: "echo up; exec sleep 1000", readiness: {log: never said}}
                  dependent: {command: exec sleep 1000, depends_on: [web]}
                """).up().awaitLine("web", "up");

        up.interrupt().hasExitCode(0);

        assertThat(up.events().states("dependent")).doesNotContain("starting");
    }

    @ParameterizedTest
    @CsvSource({
        "exec \"$@\" >/dev/full,2,the output cannot be written: No space left on device",
        "mkfifo it; : <it & \"$@\" >it,0,nobody reads its output any more",
    })
    void whereItsOutputGoesNowhereEverythingEndsAndThatIsWhy(String line, int code, String why, Sandbox sandbox) {
        Ended up = sandbox.yaml(SLEEPER).brum("up").inShell(line).run().hasExitCode(code);

        assertThat(up.stderr()).isEqualTo(code == 0 ? "" : "brum: " + why + "\n");
        assertThat(sandbox.brum("events").run().lines()).anyMatch(event -> event.matches(".* stopping +" + why));
    }

    @Test
    void aTimeoutThatRanOutIs124AndNamesWhatWasNotReady(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  quick: {command: exec sleep 1000}
                  slow: {command: exec sleep 1000, readiness: {log: never said}}
                """).up("--timeout", "300ms");

        up.awaitEnd().hasExitCode(124);

        assertThat(up.events().notices())
                .anySatisfy(notice -> assertThat(notice).contains("slow").doesNotContain("quick"));
    }

    @Test
    void aTimeoutDoesNotTouchWhatWasReadyInTime(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web: {command: exec sleep 1000}
                  later: {type: task, command: sleep 0.1, depends_on: [web]}
                """).up("--timeout", "30s").await("later", "completed");

        up.interrupt().hasExitCode(0);
    }

    @Test
    void aSecondCtrlCForcesTheEnd(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  stubborn:
                    command: "trap '' TERM INT; echo on; while :; do sleep 1; done"
                    readiness: {log: on}
                    stop_grace_period: 10m
                """).up().await("stubborn", "ready");

        up.signal("INT").await("stubborn", "stopping");
        // A signal close to the first counts as its echo, so the second request comes with some distance.
        Awaitility.await().pollInterval(Duration.ofMillis(500)).atMost(Duration.ofSeconds(60)).until(() -> {
            up.signal("INT");
            return !up.isAlive();
        });

        up.awaitEnd().hasExitCode(130);
    }
}
