package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.TerminalWindow;
import org.junit.jupiter.api.Test;

/** What a service was started with can be seen, and commands run with it. */
@EndToEnd
class EnvironmentIT {
    private static final String YAML = """
            services:
              web:
                command: env | sort > ../seen && exec sleep 1000
                working_dir: web
                environment:
                  DB_PASSWORD: hunter2
                  ODD: "it's $$5\\n two"
            """;

    @Test
    void environmentAndFolderAreThoseOfTheRun(Sandbox sandbox) {
        sandbox.write("web/.keep", "");
        sandbox.yaml(YAML).brum("up", "-d", "--wait").run().hasExitCode(0);

        assertThat(sandbox.brum("env", "web").run().hasExitCode(0).stdout())
                .containsPattern("DB_PASSWORD +\\*\\*\\* +brummer.yaml:6\n")
                .doesNotContain("hunter2");
        String shell = sandbox.brum("env", "web", "--reveal", "--output", "shell").run().stdout();
        sandbox.write("all.sh", shell);
        assertThat(sandbox.brum("exec", "web", "pwd; . ../all.sh; printf '%s' \"$ODD\"; exit 7").run().hasExitCode(7).stdout())
                .isEqualTo(sandbox.project().resolve("web") + "\nit's $5\n two");
        sandbox.write("other/brummer.yaml", "{env_file: all.env, services: {web: {command: 'printf \"%s\" \"$ODD\" > odd'}}}");
        sandbox.write("other/all.env", sandbox.brum("env", "web", "--output", "dotenv").run().stdout());
        sandbox.brum("-d", "other", "up").run().hasExitCode(0);
        assertThat(sandbox.read("other/odd")).isEqualTo("it's $5\n two");
        assertThat(sandbox.brum("exec", "web", "--", "nowhere").run().exitCode()).isEqualTo(127);

        sandbox.brum("down").run().hasExitCode(0);
        assertThat(sandbox.processes()).as("what is left after down").isEmpty();
        sandbox.brum("exec", "web", "env").run().hasExitCode(3);
    }

    @Test
    void theTerminalBelongsToTheCommand(Sandbox sandbox) {
        sandbox.write("web/.keep", "");
        sandbox.yaml(YAML).brum("up", "-d", "--wait").run().hasExitCode(0);
        try (TerminalWindow window = sandbox.window(80, 20)) {
            window.enter("$BRUM exec web -- sh -c 'trap \"echo caught; exit 5\" INT; echo on; while :; do sleep .05; done'");
            window.awaitLine("on").press("C-c").awaitText("caught").enter("echo code $?").awaitText("code 5");
            window.enter("$BRUM exec web -- cat").enter("typed").await("it comes back", () ->
                    window.lines().stream().filter("typed"::equals).count() == 2);
            // The shell says what it brings back, and would say so in the middle of what is typed meanwhile.
            window.press("C-z").awaitText("Stopped").enter("fg").awaitLine("${BRUM} exec web -- cat");
            window.enter("again").await("it goes on", () ->
                    window.lines().stream().filter("again"::equals).count() == 2);
            window.press("C-d").enter("echo code $?").awaitText("code 0");
            window.enter("$BRUM down; echo down $?").awaitText("down 0");
        }
    }
}
