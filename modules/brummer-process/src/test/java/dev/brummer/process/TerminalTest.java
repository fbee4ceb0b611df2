package dev.brummer.process;

import static dev.brummer.process.TestProcess.lives;
import static dev.brummer.process.TestProcess.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.engine.RunTerminal;
import dev.brummer.core.engine.TerminalFeed;
import dev.brummer.core.model.PosixSignal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(20)
class TerminalTest {
    private static final String CTRL_C = "\003";
    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final Recorded seen = new Recorded();
    private TestEngine engine;

    @BeforeEach
    void open() throws IOException {
        engine = new TestEngine(folder);
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    private RunHandle run(String line) throws Exception {
        return engine.onTerminal(line, seen);
    }

    private RunTerminal terminal(RunHandle run) {
        return engine.engine().terminal(run).orElseThrow();
    }

    private void type(RunHandle run, String keys) throws IOException {
        terminal(run).type(bytes(keys));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitOutput(String part) {
        soon().until(() -> seen.output().contains(part));
    }

    /** What a feed gives until its end. */
    private static String rest(TerminalFeed feed) throws InterruptedException {
        StringBuilder rest = new StringBuilder();
        while (feed.next(LONG) instanceof TerminalFeed.Output(ByteBuffer bytes)) {
            rest.append(StandardCharsets.UTF_8.decode(bytes));
        }
        return rest.toString();
    }

    @Test
    void allThreeStreamsAreTheOneTerminalThatControlsTheSession() throws Exception {
        run("tty; tty <&1; tty <&2; cut -d' ' -f5,6,8 /proc/$$/stat; echo $$ >/dev/tty");
        List<String> lines = seen.awaitGone().output().lines().toList();
        assertThat(lines.getFirst()).startsWith("/dev/pts/");
        assertThat(lines.subList(1, 3)).containsOnly(lines.getFirst());
        String leader = lines.get(4);
        assertThat(lines.get(3)).as("group, session and foreground").isEqualTo(leader + " " + leader + " " + leader);
        assertThat(seen.errors()).isEmpty();
        assertThat(seen.told()).containsExactly("exit 0, all gone");
    }

    @Test
    void withoutTerminalThereIsNone() throws Exception {
        assertThat(engine.engine().terminal(engine.shell("tty", seen))).isEmpty();
        assertThat(seen.awaitGone().output()).isEqualTo("not a tty\n");
    }

    @Test
    void itIsNotTheTerminalOfThisProcess() throws Exception {
        String before = controlling();
        run("exec sleep 60");
        run("exec sleep 60");
        assertThat(controlling()).isEqualTo(before);
    }

    private static String controlling() throws IOException {
        String row = Files.readString(Path.of("/proc/self/stat"));
        return row.substring(row.lastIndexOf(')') + 2).split(" ")[4];
    }

    @Test
    void whatIsTypedIsReadAndEchoed() throws Exception {
        RunHandle run = run("read line; echo \"it was $line\"");
        type(run, "größer\n");
        assertThat(seen.awaitGone().output()).isEqualTo("größer\r\nit was größer\r\n");
    }

    @Test
    void anInteractiveShellCanBeUsed() throws Exception {
        RunHandle run = run("PS1='ready> ' exec sh -i");
        awaitOutput("ready> ");
        type(run, "echo $((6 * 7))\n");
        awaitOutput("\n42\r\n");
        type(run, "exit 3\n");
        assertThat(seen.awaitGone().exitCode()).isEqualTo(3);
    }

    @Test
    void ctrlCInterruptsWhatIsInTheForegroundAlone() throws Exception {
        RunHandle run = run("trap 'echo interrupted' INT; sh -c 'echo ready; exec sleep 60'; echo goes on; read line");
        awaitOutput("ready");
        type(run, CTRL_C);
        awaitOutput("goes on");
        assertThat(seen.output()).contains("interrupted");
        type(run, "\n");
        assertThat(seen.awaitGone().exitCode()).isZero();
    }

    @Test
    void itHasASizeAndProgramsAreToldOfAnother() throws Exception {
        RunHandle run = run("stty size; trap 'stty size; exit' WINCH; echo trapped; while :; do sleep 0.02; done");
        awaitOutput("trapped");
        assertThat(seen.output()).startsWith(RunTerminal.FIRST_ROWS + " " + RunTerminal.FIRST_COLUMNS + "\r\n");
        terminal(run).resize(50, 132);
        assertThat(seen.awaitGone().output()).endsWith("50 132\r\n");
    }

    @Test
    void aSizeThatIsNoneIsRefused() throws Exception {
        RunTerminal terminal = terminal(run("exec sleep 60"));
        assertThatThrownBy(() -> terminal.resize(0, 80)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terminal.resize(40, 65536)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nodesPromptAnswers() throws Exception {
        assumeTrue(TestProcess.isInstalled("node"), "node is not installed");
        RunHandle run = run("TERM=xterm-256color exec node");
        awaitOutput("> ");
        type(run, "[1, 2, 3].map(x => x * 14)[2]\r");
        soon().until(() -> seen.output().matches("(?s).*\\n\\S*42\\S*\\r\\n.*"));
        type(run, ".exit\r");
        assertThat(seen.awaitGone().exitCode()).isZero();
    }

    @Test
    void whatIsWrittenLastIsKeptWithoutLineEnd() throws Exception {
        for (int time = 0; time < 10; time++) {
            var once = new Recorded();
            engine.onTerminal("printf 'one\ntwo'; exit 4", once);
            assertThat(once.awaitGone().output()).isEqualTo("one\r\ntwo");
            assertThat(once.exitCode()).isEqualTo(4);
        }
    }

    @Test
    void aFloodIsComplete() throws Exception {
        run("head -c 3000000 /dev/zero | tr '\\0' x");
        assertThat(seen.awaitGone().output()).hasSize(3_000_000);
    }

    @Test
    void whatAMemberWritesAfterTheLeadersEndIsKept() throws Exception {
        // The end of the leader hangs up on what is in the foreground with it.
        run("trap '' HUP; (while [ ! -e go ]; do sleep 0.01; done; echo late) & echo early");
        soon().until(() -> seen.told().contains("exit 0, some left"));
        Files.createFile(folder.resolve("go"));
        assertThat(seen.awaitGone().output()).isEqualTo("early\r\nlate\r\n");
        assertThat(seen.told()).containsExactly("exit 0, some left", "all gone");
    }

    @Test
    void aMemberThatIsLeftBehindBelongsToTheRunUntilItIsKilled() throws Exception {
        RunHandle run = run("setsid sh -c 'echo $$; exec sleep 60' & (env -i setsid sh -c 'echo $$; exec sleep 60' &); sleep 0.1");
        long[] members = {seen.number(0), seen.number(1)};
        soon().until(() -> seen.told().contains("exit 0, some left"));
        assertThat(engine.engine().usage(List.of(run)).get(run).processes()).isEqualTo(2);
        engine.engine().kill(run);
        assertThat(seen.awaitGone().told()).containsExactly("exit 0, some left", "all gone");
        for (long member : members) {
            assertThat(lives(member)).isFalse();
        }
    }

    @Test
    void aJobOfAShellInAGroupOfItsOwnGetsTheStopSignalToo() throws Exception {
        RunHandle run = run("exec bash --norc -i");
        type(run, "sh -c 'trap \"echo bye; exit\" TERM; echo here $$; while :; do sleep 0.02; done' &\n");
        soon().until(() -> seen.output().matches("(?s).*here [0-9]+\\r\\n.*"));
        // An interactive shell ignores SIGTERM.
        engine.engine().signal(Map.of(run, PosixSignal.SIGTERM));
        awaitOutput("bye\r\n");
        assertThat(seen.told()).isEmpty();
    }

    @Test
    void aStrangerThatKeepsTheTerminalDoesNotKeepTheRun() throws Exception {
        RunHandle run = run("tty; read line");
        awaitOutput("\n");
        String name = seen.output().strip();
        try (var stranger = TestProcess.start("sh", "-c", "exec 3<>" + name + "; echo 1; exec sleep 60")) {
            assertThat(stranger.nextNumber()).isEqualTo(1);
            type(run, "\n");
            assertThat(seen.awaitGone().told()).hasSize(1);
        }
    }

    @Test
    void whoListensHearsTheLastOfWhatWasBeforeAndThenAllOfIt() throws Exception {
        RunHandle run = run("echo before; read line; echo after");
        awaitOutput("before\r\n");
        try (TerminalFeed feed = terminal(run).listen()) {
            assertThat(feed.next(LONG)).isEqualTo(new TerminalFeed.Output(bytes("before\r\n")));
            assertThat(feed.next(Duration.ZERO)).isEqualTo(new TerminalFeed.Silence());
            type(run, "x\n");
            assertThat(rest(feed)).isEqualTo("x\r\nafter\r\n");
            assertThat(feed.next(LONG)).isEqualTo(new TerminalFeed.End());
        }
        try (TerminalFeed late = terminal(run).listen()) {
            assertThat(rest(late)).isEqualTo("before\r\nx\r\nafter\r\n");
        }
    }

    @Test
    void whatNobodyReadsIsRefusedInTheEndAndHoldsUpNobody() throws Exception {
        RunHandle run = run("stty raw -echo; echo ready; exec sleep 60");
        awaitOutput("ready");
        ByteBuffer much = ByteBuffer.allocate(1 << 20);
        assertThatThrownBy(() -> terminal(run).type(much))
                .isInstanceOf(IOException.class)
                .hasMessage("the run does not read what is typed");
        assertThat(much.position()).isPositive();
    }

    @Test
    void aRunThatIsOverTakesNothing() throws Exception {
        RunHandle run = run("true");
        seen.awaitGone();
        assertThatThrownBy(() -> type(run, "x")).isInstanceOf(IOException.class).hasMessage("the run is over");
        assertThatThrownBy(() -> terminal(run).resize(1, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void aRunThatIsOverLeavesNoDescriptorOpen() throws Exception {
        run("true");
        seen.awaitGone();
        int before = descriptors();
        for (int i = 0; i < 10; i++) {
            var again = new Recorded();
            engine.onTerminal("true", again);
            again.awaitGone();
        }
        soon().until(() -> descriptors() < before + 10);
    }

    private static int descriptors() {
        return Path.of("/proc/self/fd").toFile().list().length;
    }
}
