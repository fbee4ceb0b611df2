package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.TerminalWindow;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whoever attaches to a fleet in the background: to its stream, or to the terminal of one of its services. */
@EndToEnd
class AttachIT {
    private static Ended brum(Sandbox sandbox, String... arguments) {
        return sandbox.brum(arguments).run().hasExitCode(0);
    }

    /** {@code run 1 ready}: where the only service is. */
    private static String state(Sandbox sandbox) throws IOException {
        JsonNode only = new ObjectMapper()
                .readTree(brum(sandbox, "ps", "--output", "json").stdout())
                .path("instances")
                .path(0);
        return "run " + only.path("run").asInt() + " " + only.path("state").asText();
    }

    @Test
    void whoAttachesHasStreamAndPromptAndLeavesItRunning(Sandbox sandbox) throws Exception {
        sandbox.yaml("services: {web: {command: 'echo hello from web; exec sleep 1000'}}\n");
        brum(sandbox, "up", "-d", "--wait");

        try (TerminalWindow window = sandbox.window(100, 30)) {
            window.enter("\"$BRUM\" attach").awaitText("hello from web").awaitText("❯");
            window.type("/rest").press("Tab").type("w").press("Tab", "Enter");
            window.awaitText("stopping: restart: asked for").awaitText("starting: asked for");
            window.enter("/top").awaitText("PROCESSES");
            window.enter("/alerts").awaitText("no alerts: ");
            window.enter("/connections").awaitText("no connections");
            window.enter("/events").awaitText("%-15s  first start".formatted("starting"));
            window.enter("/down").awaitText("stop everything? Type y to do it.");
            window.enter("n").awaitText("left as it is");
            String owner = sandbox.read(".brummer/lock").strip();
            window.enter("/quit").awaitText("everything runs on, supervised by pid " + owner);
            assertThat(state(sandbox)).isEqualTo("run 2 ready");
            assertThat(brum(sandbox, "down").stdout()).contains("web stopped: brum down");
        }
    }

    @Test
    void whatHasNotEndedStandsAboveThePromptOfWhoAttaches(Sandbox sandbox) throws Exception {
        sandbox.yaml("""
                services:
                  web: {command: "printf '10 %%\\\\r20 %%\\\\r'; until [ -e on ]; do sleep 0.05; done; echo done; exec sleep 1000"}
                  asker: {command: "printf 'Ok to proceed? (y) '; exec sleep 1000"}
                """);
        brum(sandbox, "up", "-d", "--wait");

        try (TerminalWindow window = sandbox.window(100, 30)) {
            window.enter("\"$BRUM\" attach").awaitText("web   … 20 %").awaitText("asker … Ok to proceed? (y)");
            sandbox.write("on", "");
            window.awaitText("web   | done");
            window.await("what has ended is gone", () -> window.lines().stream().noneMatch(line -> line.contains("web   …")));
            window.enter("/hide asker");
            window.await("what is hidden is gone", () -> window.lines().stream().noneMatch(line -> line.contains("asker …")));
            window.enter("/show").awaitText("asker … Ok to proceed? (y)");
            window.enter("/quit").awaitText("everything runs on");
            brum(sandbox, "down");
        }
    }

    @Test
    void whoAttachesToAServiceTypesToItsProgramAndLeavesItRunning(Sandbox sandbox) throws Exception {
        sandbox.yaml("""
                services:
                  repl: {command: [sh, -i], tty: true, stop_signal: SIGHUP, environment: {PS1: 'repl> '}}
                """);
        brum(sandbox, "up", "-d", "--wait");

        try (TerminalWindow window = sandbox.window(100, 30)) {
            window.enter("stty -a > before; \"$BRUM\" attach repl; stty -a > after");
            window.awaitText("the terminal of repl; Ctrl-] leaves it").awaitLastLine("repl>");
            window.enter("n=$((6 * 7)); echo it is $n").awaitLine("it is 42");
            // Ctrl-C is the program's, and so is the size of the window.
            window.type("echo half a").press("C-c").awaitLastLine("repl>");
            window.resize(60, 20).await("the program has heard of it", () -> {
                window.enter("stty size");
                return window.lines().contains("20 60");
            });
            window.press("C-]").awaitText("brum: left; it runs on").awaitLastLine("$");

            window.enter("\"$BRUM\" attach repl").awaitLastLine("repl>");
            window.enter("echo still $n").awaitLine("still 42");
            window.press("C-]").awaitLastLine("$");
            String before = sandbox.read("before").replace("rows 30; columns 100", "rows 20; columns 60");
            assertThat(sandbox.read("after")).isEqualTo(before);
            assertThat(state(sandbox)).isEqualTo("run 1 ready");
            brum(sandbox, "down");
        }
    }
}
