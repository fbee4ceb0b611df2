package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.LiveProcess;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.Signals;
import dev.brummer.it.kit.TerminalWindow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a person at a real terminal types while services run, and what becomes of the terminal. */
@EndToEnd
class PromptIT {
    private static final String QUIET = "services: {web: {command: echo up; exec sleep 1000}}\n";

    /** Some thousand lines a second, with their numbers, until the file {@code stop} is there. */
    private static final String FLOOD = """
            services:
              web:
                command: |
                  i=1
                  while [ ! -e stop ]; do
                    seq -f 'line %.0f' $i $((i + 49))
                    i=$((i + 50))
                    sleep 0.01
                  done
                  exec sleep 1000
            """;

    /** Ten lines a second. */
    private static final String TICK = """
            services:
              web: {command: "i=0; while :; do i=$((i + 1)); echo tick $i; sleep 0.1; done"}
            """;

    private static TerminalWindow up(Sandbox sandbox, String yaml, String... options) {
        return sandbox.yaml(yaml)
                .window(100, 30)
                .enter("stty -a > before; \"$BRUM\" up %s; echo code $?; stty -a > after"
                        .formatted(String.join(" ", options)));
    }

    private static TerminalWindow upWithPrompt(Sandbox sandbox, String yaml) {
        return up(sandbox, yaml).awaitLastLine("❯");
    }

    /** All is over, and the terminal is what it was. */
    private static void assertEnded(Sandbox sandbox, TerminalWindow window, int code) {
        window.awaitText("code " + code).awaitLastLine("$");
        assertThat(sandbox.read("after")).isEqualTo(sandbox.read("before")).contains(" echo ");
        assertThat(window.lines()).noneMatch(line -> line.contains("❯"));
    }

    private static long brum(Sandbox sandbox) {
        return sandbox.processes().stream()
                .filter(process -> process.command().contains("dev.brummer.cli.Main"))
                .mapToLong(LiveProcess::pid)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void moreOfTheProjectIsRunAsTheFileSaysItByThen(Sandbox sandbox) {
        try (TerminalWindow window = up(sandbox, """
                services:
                  web: {command: echo web one; exec sleep 1000}
                  db: {command: echo db up; exec sleep 1000}
                  load: {command: echo load done, type: task, depends_on: [db], profiles: [test]}
                """, "web").awaitText("web one").awaitLastLine("❯")) {
            window.enter("/run laod").awaitText("there is no service or stage 'laod'");
            window.type("/run lo").press("Tab").press("Enter");
            window.awaitText("run: starts db, load").awaitText("load done").awaitText("load > completed");
            sandbox.write(".env", "WHOM=everybody");
            sandbox.yaml("""
                    services:
                      web: {command: echo web two; exec sleep 1000}
                      mail: {command: echo mail for $WHOM; exec sleep 1000, depends_on: [web]}
                    """);
            window.type("/run ma").press("Tab").press("Enter");
            window.awaitText("run: the configuration says something else of web now");
            window.awaitText("mail | mail for everybody");
            assertThat(window.lines()).noneMatch(line -> line.contains("web two"));
            window.enter("/quit").awaitText("code 0").awaitLastLine("$");
        }
    }

    @Test
    void whatHasNotEndedStandsAboveThePromptUntilItDoes(Sandbox sandbox) {
        try (TerminalWindow window = upWithPrompt(sandbox, """
                services:
                  web: {command: "printf '10 %%\\\\r20 %%\\\\r'; until [ -e on ]; do sleep 0.05; done; echo done; exec sleep 1000"}
                  asker: {command: "printf 'Ok to proceed? (y) '; exec sleep 1000"}
                """)) {
            window.awaitText("web   … 20 %").awaitText("asker … Ok to proceed? (y)");
            window.type("/hide");
            window.awaitText("brum  > asker has stopped in the middle of a line, for 5 s: Ok to proceed? (y)");
            assertThat(window.lastLine()).isEqualTo("❯ /hide");
            window.enter(" proceed").awaitLastLine("hide proceed ❯");
            window.await("what is hidden is not there", () -> window.lines().stream()
                    .noneMatch(line -> line.startsWith("asker …")));
            sandbox.write("on", "");
            window.awaitText("web   | done");
            window.await("what has ended is not there", () -> window.lines().stream()
                    .noneMatch(line -> line.contains(" … ")));
            window.enter("/quit");
            assertEnded(sandbox, window, 0);
        }
        assertThat(sandbox.brum("logs", "service:asker").run().hasExitCode(0).lines())
                .contains("asker | Ok to proceed? (y) ");
    }

    @Test
    void typingIsNotTornByAFloodAndTheFloodIsWholeAndInOrder(Sandbox sandbox) {
        try (TerminalWindow window = up(sandbox, FLOOD).awaitText("❯")) {
            window.type("/show some words");
            window.await("the prompt keeps what was typed", () -> window.lastLine().equals("❯ /show some words"));
            window.press("Home", "Right").type("~").press("BSpace", "End").type("!");
            sandbox.write("stop", "");
            window.awaitLastLine("❯ /show some words!");
            assertInOrder(window.lines().stream().filter(line -> line.startsWith("web  | ")).toList());
            window.press("C-c");
            assertEnded(sandbox, window, 0);
        }
    }

    private static void assertInOrder(List<String> lines) {
        assertThat(lines.size()).isGreaterThan(500);
        String wrong = IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).equals("web  | line " + (i + 1)))
                .mapToObj(i -> i + 1 + ": " + lines.get(i))
                .findFirst()
                .orElse("");
        assertThat(wrong).as("the first line that is not what it should be").isEmpty();
    }

    @Test
    void theStreamGoesOnWhileSomebodySearchesOrChooses(Sandbox sandbox) {
        try (TerminalWindow window = up(sandbox, FLOOD).awaitText("❯")) {
            window.enter("/show needle").enter("/show").press("C-r").type("need");
            window.awaitText("bck-i-search: need");
            awaitMore(window);
            window.press("C-g", "C-u").type("/show level:").press("Tab", "Tab").awaitText("level:debug");
            awaitMore(window);
            sandbox.write("stop", "");
            window.press("C-c");
            assertEnded(sandbox, window, 0);
        }
    }

    private static void awaitMore(TerminalWindow window) {
        String before = window.text();
        window.await("the stream goes on", () -> !window.text().equals(before));
    }

    @Test
    void itFollowsTheSizeOfTheWindow(Sandbox sandbox) {
        try (TerminalWindow window = up(sandbox, FLOOD).awaitText("❯")) {
            window.type("/show something that is longer than a narrow window");
            for (int columns : List.of(30, 12, 60, 100)) {
                window.resize(columns, 10 + columns / 10);
                awaitMore(window);
            }
            sandbox.write("stop", "");
            window.awaitLastLine("❯ /show something that is longer than a narrow window");
            assertThat(window.text().lines().filter(line -> line.contains("❯"))).hasSize(1);
            window.press("C-c").awaitText("code 0");
        }
    }

    @Test
    void ctrlCStopsGracefullyWhateverIsTypedAndASecondOneForces(Sandbox sandbox) {
        String stubborn = """
                services:
                  web: {command: "trap 'echo no' TERM; echo up; while :; do sleep 0.1; done", stop_grace_period: 5m}
                """;
        try (TerminalWindow window = upWithPrompt(sandbox, stubborn)) {
            window.type("abc").awaitLastLine("❯ abc").press("C-c").awaitText("still stopping: web");
            window.type("d").awaitLastLine("❯ abcd").press("C-c");
            assertEnded(sandbox, window, 130);
        }
    }

    @Test
    void quitAndCtrlDStopGracefully(Sandbox sandbox) {
        try (TerminalWindow window = upWithPrompt(sandbox, QUIET)) {
            window.enter("/quit");
            assertEnded(sandbox, window, 0);
            assertThat(window.text()).contains("web  > stopping: /quit");
        }
        try (TerminalWindow window = upWithPrompt(sandbox, QUIET)) {
            window.type("x").press("C-d").press("BSpace", "C-d");
            assertEnded(sandbox, window, 0);
        }
    }

    @Test
    void filtersMarksAndHelp(Sandbox sandbox) {
        try (TerminalWindow window = upWithPrompt(sandbox, QUIET)) {
            window.enter("/show level:error").awaitLastLine("show level:error ❯");
            window.enter("/hide healthz").awaitLastLine("show level:error hide healthz ❯");
            window.enter("/show").awaitLastLine("❯");
            window.press("Enter");
            window.await("a ruler", () -> window.text().matches("(?s).*brum > ─+ \\d\\d:\\d\\d:\\d\\d ─+\n❯"));
            window.enter("/shwo").awaitText("did you mean /show?");
            window.enter("/help").awaitText("/quit").awaitText("find what was typed before");
            window.press("C-l").await("an empty screen", () -> window.text().equals("❯"));
            window.enter("/quit").awaitText("code 0");
        }
    }

    @Test
    void tabKnowsCommandsKeysAndNames(Sandbox sandbox) {
        try (TerminalWindow window = upWithPrompt(sandbox, """
                stages: [core]
                services: {payments: {stage: core, command: exec sleep 1000}}
                """)) {
            window.type("/hi").press("Tab").type("serv").press("Tab").type("pay").press("Tab");
            window.awaitLastLine("❯ /hide service:payments");
            window.type("stage:").press("Tab").awaitLastLine("❯ /hide service:payments stage:core");
            window.press("C-c").awaitText("code 0");
        }
    }

    @Test
    void whatWasTypedIsThereInTheNextStart(Sandbox sandbox) {
        try (TerminalWindow window = upWithPrompt(sandbox, QUIET)) {
            window.enter("/show alpha").enter("/hide beta").awaitText("hide beta ❯").enter("/quit").awaitText("code 0");
        }
        try (TerminalWindow window = upWithPrompt(sandbox, QUIET)) {
            window.press("Up", "Up").awaitLastLine("❯ /hide beta");
            window.press("C-u", "C-r").type("alp").awaitText("❯ /show alpha");
            window.press("C-c").awaitLastLine("$");
        }
        assertThat(sandbox.read(".brummer/typed")).isEqualTo("/show alpha\n/hide beta\n/quit\n");
    }

    @Test
    void ctrlZLeavesTheTerminalToTheShellAndFgComesBack(Sandbox sandbox) {
        try (TerminalWindow window = upWithPrompt(sandbox, TICK)) {
            window.type("abc").awaitLastLine("❯ abc").press("C-z").awaitLastLine("$");
            window.enter("stty -a > stopped").enter("fg").awaitLastLine("❯ abc");
            assertThat(sandbox.read("stopped")).isEqualTo(sandbox.read("before"));
            awaitMore(window);

            window.press("C-z").awaitLastLine("$").enter("bg");
            awaitMore(window);
            window.enter("stty -a > background; echo the shell is there").awaitLine("the shell is there");
            awaitMore(window);
            assertThat(sandbox.read("background")).isEqualTo(sandbox.read("before"));

            window.enter("fg").awaitLastLine("❯ abc").press("C-c").awaitLastLine("$");
            window.enter("stty -a > after");
            window.await("the mode is known", () -> sandbox.read("after").equals(sandbox.read("before")));
        }
    }

    @Test
    void startedInTheBackgroundItIsNotStoppedAndHasNoPromptUntilItIsCalled(Sandbox sandbox) {
        try (TerminalWindow window = sandbox.yaml(TICK).window(100, 30)) {
            window.enter("stty -a > before; \"$BRUM\" up &").awaitText("web  | tick 3");
            window.enter("stty -a > background; echo the shell is there").awaitLine("the shell is there");
            awaitMore(window);
            assertThat(sandbox.read("background")).isEqualTo(sandbox.read("before"));
            assertThat(window.text()).doesNotContain("❯");
            window.enter("fg").awaitLastLine("❯").press("C-c").awaitLastLine("$");
        }
    }

    @Test
    void signalsAndAnEndOfItsOwnLeaveTheTerminalAsItWas(Sandbox sandbox) {
        for (String signal : List.of("TERM", "HUP", "INT")) {
            try (TerminalWindow window = upWithPrompt(sandbox, QUIET)) {
                window.type("abc").awaitLastLine("❯ abc");
                Signals.send(signal, brum(sandbox));
                assertEnded(sandbox, window, 0);
            }
        }
        try (TerminalWindow window = up(sandbox, "services: {web: {type: task, command: sleep 3}}\n")) {
            window.awaitLastLine("❯").type("abc").awaitLastLine("❯ abc");
            assertEnded(sandbox, window, 0);
        }
    }

    @Test
    void aTerminalThatIsClosedStopsTheFleet(Sandbox sandbox) {
        upWithPrompt(sandbox, QUIET).close();
        sandbox.awaitNothingLeft();
    }

    @Test
    void thereIsNoneWhereItIsNotWantedOrNobodyCouldUseIt(Sandbox sandbox) {
        sandbox.yaml(QUIET);
        for (String line : List.of(
                "\"$BRUM\" up --no-prompt",
                "TERM=dumb \"$BRUM\" up",
                "\"$BRUM\" up < /dev/null",
                "\"$BRUM\" up | cat",
                "\"$BRUM\" up --output json")) {
            try (TerminalWindow window = sandbox.window(200, 30)) {
                window.enter(line);
                window.await("all is said", () -> window.text().matches("(?s).*ready in \\d+\\.\\d s.*"));
                window.type("typed").awaitText("typed");
                assertThat(window.text()).doesNotContain("❯");
                window.press("C-c").awaitLastLine("$");
                assertThat(window.text()).contains("typed^C");
            }
        }
    }

    @Test
    void equalLinesInARowAreCountedOnATerminalAlone(Sandbox sandbox) {
        String yaml = """
                services:
                  web:
                    command: for i in $(seq 41); do echo again; done; echo other; exec sleep 1000
                    readiness: {log: other}
                """;
        for (String options : List.of("", "--no-prompt")) {
            try (TerminalWindow window = up(sandbox, yaml, options)) {
                window.awaitText("web  | again\nweb  | ×41\nweb  | other").press("C-c").awaitText("code 0");
            }
        }
        try (TerminalWindow window = sandbox.window(100, 60)) {
            window.enter("\"$BRUM\" up | cat").awaitText("web  | again\n".repeat(41) + "web  | other");
            window.press("C-c").awaitLastLine("$");
        }
    }
}
