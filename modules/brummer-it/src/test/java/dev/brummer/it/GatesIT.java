package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import org.junit.jupiter.api.Test;

/** What a service waits for before it starts. */
@EndToEnd
class GatesIT {
    @Test
    void aDependencyThatOnlyHasToBeStartedNeedNotBeReady(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  db: {command: "until [ -e met ]; do sleep 0.02; done; echo on; exec sleep 1000", readiness: {log: on}}
                  api: {type: task, command: touch met, depends_on: {db: {condition: service_started}}}
                """).up();

        up.await("db", "ready").await("api", "completed").interrupt().hasExitCode(0);

        assertThat(up.events().states("db")).endsWith("stopped");
    }

    @Test
    void aDependencyHasToBeReadyIfNothingElseIsSaid(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  db: {command: "until [ -e go ]; do sleep 0.02; done; echo on; exec sleep 1000", readiness: {log: on}}
                  api: {type: task, command: "ls go", depends_on: [db]}
                """).up().await("db", "starting").await("api", "waiting");

        assertThat(up.events().reason("api", "waiting")).isEqualTo("waits for db");
        sandbox.write("go", "");

        up.await("api", "completed").interrupt().hasExitCode(0);
        assertThat(up.events().lines("api")).containsExactly("go");
    }

    @Test
    void aHealthyDependencyHasPassedItsHealthCheck(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  db:
                    command: echo on; exec sleep 1000
                    readiness: {log: on}
                    healthcheck: {exec: "test -e well"}
                  api: {type: task, command: ls well, depends_on: {db: {condition: service_healthy}}}
                """).up().awaitLine("db", "on");

        assertThat(up.events().states("api")).containsExactly("waiting");
        sandbox.write("well", "");

        up.await("api", "completed").interrupt().hasExitCode(0);
        assertThat(up.events().lines("api")).containsExactly("well");
    }

    @Test
    void aCompletedDependencyHasExitedWithASuccess(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  migrate: {type: task, command: touch migrated; exit 3, success_exit_codes: [0, 3]}
                  api:
                    type: task
                    command: ls migrated
                    depends_on: {migrate: {condition: service_completed_successfully}}
                """).up();

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().lines("api")).containsExactly("migrated");
    }

    @Test
    void whatWaitsForAFailureSaysSoDownTheWholeChain(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  db: {command: exit 9, readiness: {log: never said}}
                  api: {command: exec sleep 1000, depends_on: [db]}
                  ui: {command: exec sleep 1000, depends_on: [api]}
                """).up();

        up.awaitEnd().hasExitCode(1);

        assertThat(up.events().changes("ui")).last()
                .satisfies(change -> assertThat(change.reason()).contains("api", "db", "exit 9"));
        assertThat(up.events().order("starting")).containsExactly("db");
    }

    @Test
    void anOptionalServiceHoldsUpNoStage(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                stages: [infra, app]
                services:
                  db: {stage: infra, type: task, command: "true"}
                  cache: {stage: infra, optional: true, command: exec sleep 1000, readiness: {log: never said}}
                  api: {stage: app, type: task, command: "true"}
                """).up().await("api", "completed");

        up.interrupt().hasExitCode(0);

        assertThat(up.events().states("cache")).doesNotContain("ready");
    }

    @Test
    void aDependencyThatIsNotRequiredMayFail(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  cache: {command: exit 1, readiness: {log: never said}}
                  api: {type: task, command: "true", depends_on: {cache: {required: false}}}
                """).up();

        up.awaitEnd().hasExitCode(1);

        assertThat(up.events().states("cache")).endsWith("failed");
        assertThat(up.events().states("api")).containsExactly("waiting", "starting", "completed");
    }

    @Test
    void aDependencyThatIsNotRequiredMayBeLeftOutByAProfile(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  cache: {command: exit 1, profiles: [full]}
                  api: {type: task, command: "true", depends_on: {cache: {required: false}}}
                """).up();

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().states("api")).endsWith("completed");
    }

    @Test
    void theStagesOfAGraphOpenEachWhenThoseBeforeItAreReady(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                stages: {infra: {}, left: {after: [infra]}, right: {after: [infra]}, last: {after: [left, right]}}
                services:
                  end: {stage: last, type: task, command: ls}
                  l: {stage: left, type: task, command: "until [ -e r ]; do sleep 0.02; done; touch l"}
                  r: {stage: right, type: task, command: "touch r; until [ -e l ]; do sleep 0.02; done"}
                  db: {stage: infra, type: task, command: touch db}
                """).up();

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().lines("end")).contains("db", "l", "r");
        assertThat(up.events().order("completed")).startsWith("db").endsWith("end");
    }
}
