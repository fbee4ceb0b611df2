package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.Call;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import org.junit.jupiter.api.Test;

/**
 * Colour is shown where it belongs, and children are told that it is welcome exactly there. The service of these tests
 * writes a red word, moves the cursor, and tells which variables it got.
 */
@EndToEnd
class ColourIT {
    private static final String ESCAPE = "\u001b[";
    private static final String RED = ESCAPE + "31mred" + ESCAPE + "0m";
    private static final String UP_AND_CLEARED = ESCAPE + "5A" + ESCAPE + "2J";

    private static Call brum(Sandbox sandbox, String... arguments) {
        return sandbox.yaml("""
                services:
                  web:
                    type: task
                    command: |
                      printf '\\033[31mred\\033[0m \\033[5A\\033[2Jmoved\\n'
                      echo force=$FORCE_COLOR,$CLICOLOR_FORCE.
                """).brum(arguments);
    }

    private static void assertColoured(String stdout) {
        assertThat(stdout).contains(RED).contains(" moved").contains("force=1,1.").doesNotContain(UP_AND_CLEARED);
        assertThat(stdout.replace(RED, "")).as("Brummer's own colours").contains(ESCAPE);
    }

    private static void assertPlain(String stdout) {
        assertThat(stdout).doesNotContain(ESCAPE).contains("red moved").contains("force=,.");
    }

    @Test
    void aTerminalGetsColour(Sandbox sandbox) {
        assertColoured(brum(sandbox, "up").onTerminal(100).run().hasExitCode(0).stdout());
    }

    @Test
    void aPipeGetsNone(Sandbox sandbox) {
        assertPlain(brum(sandbox, "up").run().hasExitCode(0).stdout());
    }

    @Test
    void aPipeGetsColourWhenItIsAskedFor(Sandbox sandbox) {
        assertColoured(brum(sandbox, "--color", "always", "up").run().hasExitCode(0).stdout());
    }

    @Test
    void aPipeGetsColourWhenTheEnvironmentForcesIt(Sandbox sandbox) {
        assertColoured(brum(sandbox, "up").env("CLICOLOR_FORCE", "1").run().hasExitCode(0).stdout());
    }

    @Test
    void aTerminalGetsNoneWhereItIsNotWanted(Sandbox sandbox) {
        String shown = brum(sandbox, "up").onTerminal(100).env("NO_COLOR", "1").run().hasExitCode(0).stdout();

        // The prompt moves the cursor, which is no colour.
        assertThat(shown).contains("red moved").contains("force=,.").doesNotContainPattern("\u001b\\[[0-9;]*m");
    }

    @Test
    void aDumbTerminalGetsNone(Sandbox sandbox) {
        assertPlain(brum(sandbox, "up").onTerminal(100).env("TERM", "dumb").run().hasExitCode(0).stdout());
    }

    @Test
    void theOptionBeatsTheEnvironment(Sandbox sandbox) {
        String shown = brum(sandbox, "--color=never", "up").env("CLICOLOR_FORCE", "1").run().hasExitCode(0).stdout();

        assertPlain(shown);
    }

    @Test
    void faultsAreColouredOnATerminalAlone(Sandbox sandbox) {
        sandbox.yaml("services: {web: {comand: sleep 1}}\n");

        assertThat(sandbox.brum("up").onTerminal(100).run().stdout()).contains(ESCAPE);
        assertThat(sandbox.brum("up").run().stderr()).contains("unknown-key").doesNotContain(ESCAPE);
    }

    @Test
    void aColourThatALineLeavesOnDoesNotRunIntoTheNext(Sandbox sandbox) {
        String shown = sandbox.yaml("""
                services:
                  web: {type: task, command: "printf '\\\\033[31mred\\\\nnext\\\\n'"}
                """).brum("--color", "always", "up").run().hasExitCode(0).stdout();

        assertThat(shown).containsPattern("\u001b\\[31mred\u001b\\[0?m");
    }
}
