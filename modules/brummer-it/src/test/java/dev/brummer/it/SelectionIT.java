package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import org.junit.jupiter.api.Test;

/** What {@code brum up} starts, and when it is done. */
@EndToEnd
class SelectionIT {
    private static final String CHAIN = """
            stages: [infra, app]
            services:
              db: {stage: infra, type: task, command: touch db.started}
              api: {stage: app, type: task, command: touch api.started}
              ui: {type: task, command: touch ui.started, depends_on: [api]}
              tool: {type: task, command: touch tool.started}
              extra: {type: task, command: touch extra.started, profiles: [full]}
            """;

    @Test
    void aBatchOfTasksEndsByItself(Sandbox sandbox) {
        BrumRun up = sandbox.yaml(CHAIN).up();

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().order("completed")).contains("db", "api", "ui", "tool");
        assertThat(up.events().order("completed")).containsSubsequence("db", "api", "ui");
    }

    @Test
    void aBatchWithAFailedTaskEndsAsAFailureAndSaysWhatItHeldUp(Sandbox sandbox) {
        Ended ended = sandbox.yaml("""
                services:
                  migrate: {type: task, command: "echo no such table; exit 4"}
                  seed: {type: task, command: touch seeded, depends_on: [migrate]}
                  other: {type: task, command: touch other}
                """).brum("up").run().hasExitCode(1);

        assertThat(ended.lines())
                .contains("seed    > waits for migrate, which failed: exit 4")
                .contains("brum    E migrate failed: exit 4")
                .contains("brum    E   not started because of it: seed")
                .contains("brum    E   │ no such table")
                .contains("brum    E   when it is mended: brum up migrate");
        assertThat(sandbox.project().resolve("other")).exists();
        assertThat(sandbox.project().resolve("seeded")).doesNotExist();
    }

    @Test
    void upStaysAsLongAsAServiceRuns(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  once: {type: task, command: "true"}
                  broken: {command: exit 1}
                  web: {command: "while [ ! -e end ]; do sleep 0.02; done"}
                """).up().await("once", "completed").await("broken", "failed").await("web", "ready");

        assertThat(up.isAlive()).isTrue();
        sandbox.write("end", "");

        up.awaitEnd().hasExitCode(1);
        assertThat(up.events().states("web")).endsWith("completed");
    }

    @Test
    void failFastStopsEverythingAtTheFirstFailure(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web: {command: exec sleep 1000}
                  broken: {command: exit 1, depends_on: [web]}
                """).up("--fail-fast");

        up.awaitEnd().hasExitCode(1);

        assertThat(up.events().reason("web", "stopped")).contains("--fail-fast").contains("broken");
    }

    @Test
    void aNamedServiceComesWithWhatItNeeds(Sandbox sandbox) {
        BrumRun up = sandbox.yaml(CHAIN).up("ui");

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().order("completed")).containsExactly("db", "api", "ui");
    }

    @Test
    void aNamedServiceWithoutDependenciesComesAlone(Sandbox sandbox) {
        BrumRun up = sandbox.yaml(CHAIN).up("--no-deps", "ui");

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().order("completed")).containsExactly("ui");
    }

    @Test
    void aNamedStageComesWithWhatItNeeds(Sandbox sandbox) {
        BrumRun up = sandbox.yaml(CHAIN).up("stage:app");

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().order("completed")).containsExactly("db", "api");
    }

    @Test
    void namingAServiceEnablesItWithoutItsProfile(Sandbox sandbox) {
        BrumRun up = sandbox.yaml(CHAIN).up("extra");

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().order("completed")).containsExactly("extra");
    }

    @Test
    void aProfileAddsItsServices(Sandbox sandbox) {
        BrumRun up = sandbox.yaml(CHAIN).up("--profile", "full");

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().order("completed")).contains("extra", "ui");
    }

    @Test
    void aDryRunPrintsThePlanAndDoesNothing(Sandbox sandbox) {
        Ended ended = sandbox.yaml(CHAIN).brum("up", "--dry-run").run().hasExitCode(0);

        assertThat(ended.lines())
                .contains("  1  db    infra task, at once", "  2  api   app task, after stage infra")
                .contains("  3  ui    task, after api")
                .noneMatch(line -> line.contains("extra"));
        assertThat(sandbox.project())
                .isDirectoryContaining("glob:**/brummer.yaml")
                .isDirectoryNotContaining("glob:**.started")
                .isDirectoryNotContaining("glob:**/.brummer");
    }

    @Test
    void aVariableOfTheCommandLineBeatsAllOthers(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                environment: {GREETING: from the top}
                services:
                  one: {type: task, command: "echo $GREETING, $OTHER", environment: {GREETING: from the service}}
                """).up("--env", "GREETING=from the line", "--env", "OTHER=a=b");

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().lines("one")).containsExactly("from the line, a=b");
    }

    @Test
    void brumAloneIsUp(Sandbox sandbox) {
        sandbox.yaml("services: {one: {type: task, command: touch done}}\n").brum().run().hasExitCode(0);

        assertThat(sandbox.project().resolve("done")).exists();
    }

    @Test
    void aFolderIsNamedWithD(Sandbox sandbox) {
        sandbox.write("services/user/brummer.yaml", "services: {one: {type: task, command: touch done}}\n");

        sandbox.brum("-d", "services/user", "up").run().hasExitCode(0);

        assertThat(sandbox.project().resolve("services/user/done")).exists();
    }

    @Test
    void theNextCommandToTypeNamesTheFolder(Sandbox sandbox) {
        sandbox.write("sub/brummer.yaml", "services: {one: {type: task, command: exit 1}}\n");

        Ended ended = sandbox.brum("-d", "sub", "up").run().hasExitCode(1);

        assertThat(ended.stdout()).contains("brum -d sub up one");
    }

    @Test
    void aFileIsNamedWithF(Sandbox sandbox) {
        sandbox.write("other.yaml", "services: {one: {type: task, command: touch done}}\n");

        sandbox.brum("-f", "other.yaml", "up").run().hasExitCode(0);

        assertThat(sandbox.project().resolve("done")).exists();
    }
}
