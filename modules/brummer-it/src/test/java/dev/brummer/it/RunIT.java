package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.Sandbox;
import org.junit.jupiter.api.Test;

/** One command runs on the terminal of whoever typed it, beside a fleet or without one. */
@EndToEnd
class RunIT {
    private static final String SCRIPTS = """
            services:
              words: {type: task, command: sh words.sh fixed, working_dir: scripts}
              list: {type: task, command: [sh, scripts/words.sh]}
              reads: {type: task, command: 'read -r line; echo "got $line"; pwd; echo "$WHO" >&2; exit 7', environment: {WHO: me}}
              leaves:
                type: task
                command: (trap '' TERM HUP INT; echo $$ >pid; exec sleep 1000) & until [ -s pid ]; do sleep 0.01; done; exit 4
                stop_grace_period: 50ms
              waits: {type: task, command: "trap 'echo bye; exit 9' TERM; echo on; while :; do sleep 0.02; done"}
              nowhere: {type: task, command: [no-such-program]}
            """;

    private static Sandbox scripts(Sandbox sandbox) {
        sandbox.write("scripts/words.sh", "for word; do echo \"<$word>\"; done\n");
        return sandbox.yaml(SCRIPTS);
    }

    @Test
    void moreWordsComeToItAsTheyWereTyped(Sandbox sandbox) {
        scripts(sandbox);
        assertThat(sandbox.brum("run", "words", "--users", "it's $HOME", "--help").run().hasExitCode(0).stdout())
                .isEqualTo("<fixed>\n<--users>\n<it's $HOME>\n<--help>\n");
        assertThat(sandbox.brum("run", "list", "--", "-x", "--", "a b").run().hasExitCode(0).stdout())
                .isEqualTo("<-x>\n<-->\n<a b>\n");
        sandbox.brum("run", "wrods").run().isRefusedWith("did you mean 'words'?");
        sandbox.brum("run").run().isRefusedWith("needs the name");
    }

    @Test
    void streamsFolderEnvironmentAndExitCodeAreItsOwn(Sandbox sandbox) {
        Ended ended = scripts(sandbox)
                .brum("run", "--env", "WHO=you", "reads")
                .inShell("echo typed | \"$@\"")
                .run()
                .hasExitCode(7);
        assertThat(ended.stdout()).isEqualTo("got typed\n" + sandbox.project() + "\n");
        assertThat(ended.stderr()).isEqualTo("you\n");
        assertThat(sandbox.project().resolve(".brummer")).doesNotExist();
        assertThat(sandbox.brum("run", "nowhere").run().hasExitCode(127).stderr()).contains("command not found: no-such-program");
    }

    @Test
    void nothingOfItIsLeftHoweverItEnds(Sandbox sandbox) {
        scripts(sandbox);
        assertThat(sandbox.brum("run", "leaves").run().hasExitCode(4).stderr())
                .isEqualTo("brum: ended what it had left running\n");
        assertThat(sandbox.processes()).isEmpty();

        assertThat(sandbox.brum("run", "waits").start().awaitText("on\n").interrupt().hasExitCode(130).stdout()).isEqualTo("on\n");
        BrumRun asked = sandbox.brum("run", "waits").start().awaitText("on\n");
        assertThat(asked.signal("TERM").awaitEnd().hasExitCode(9).stdout()).isEqualTo("on\nbye\n");
        assertThat(sandbox.processes()).isEmpty();

        sandbox.brum("run", "waits").start().awaitText("on\n").signal("KILL");
        sandbox.awaitNothingLeft();
    }

    @Test
    void besideAFleetItTellsWhatCameOfIt(Sandbox sandbox) {
        sandbox.yaml("""
                services:
                  web:
                    command: |
                      i=0; while [ $i -lt 500 ]; do
                        i=$((i+1)); [ -e load ] && echo "ERROR out of stock" && echo "[a$i] GET /x - 500 (80ms)" && echo >seen
                        [ -e load ] || echo "[b$i] GET /x - 200 (5ms)"; sleep 0.02
                      done
                    ports: [auto]
                    readiness: {log: GET}
                  load:
                    type: task
                    command: 'echo "port $TARGET"; touch load; until [ -e seen ]; do sleep 0.02; done; rm load; exit 5'
                    environment: {TARGET: "${services.web.port}"}
                """);
        sandbox.brum("up", "-d", "--wait", "web").run().hasExitCode(0);
        String port = sandbox.brum("ps", "--output", "json").run().stdout().replaceFirst("(?s).*\"ports\":\\[(\\d+)].*", "$1");

        Ended ended = sandbox.brum("run", "load").run().hasExitCode(5);
        assertThat(ended.stdout()).isEqualTo("port " + port + "\n");
        assertThat(ended.stderr().lines())
                .anyMatch(line -> line.matches("load took .*"))
                .anyMatch(line -> line.matches(" +p95 +web 5 ms → 80 ms \\(\\d+ requests?\\)"))
                .anyMatch(line -> line.matches(" +errors +web 0 % → .*"))
                .anyMatch(line -> line.matches(" +new errors web: out of stock · brum errors --since .*"));
        assertThat(sandbox.brum("run", "--output", "json", "load").run().hasExitCode(5).stderr())
                .startsWith("{\"type\":\"effect\",\"of\":\"load\",\"exit\":5,")
                .contains("\"newErrors\":[]");
        assertThat(sandbox.brum("run", "--no-report", "load").run().hasExitCode(5).stderr()).isEmpty();
        sandbox.brum("down").run().hasExitCode(0);
        sandbox.awaitNothingLeft();
    }
}
