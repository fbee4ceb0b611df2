package dev.brummer.process;

import static dev.brummer.process.TestProcess.awaitGone;
import static dev.brummer.process.TestProcess.lives;
import static dev.brummer.process.TestProcess.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.spi.Answer;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
class ProcessEngineTest {
    private static final Map<String, String> PATH = Map.of("PATH", System.getenv("PATH"));

    @TempDir
    private Path folder;

    private final Recorded seen = new Recorded();
    private final Troubles troubles = new Troubles();
    private ProcessEngine engine;
    private Path state;
    private volatile boolean open;

    @BeforeEach
    void open() throws IOException {
        state = Files.createDirectory(folder.resolve("state"));
        assertThat(open(null)).isZero();
    }

    /** Opens another; there is one at a time, for it takes every child that it does not know for its own. */
    private int open(String limit) throws IOException {
        engine = new ProcessEngine(TestProcess.LINUX, CallerLimits.of(limit));
        open = true;
        return engine.open(state, Duration.ofSeconds(1), troubles);
    }

    @AfterEach
    void close() throws IOException {
        if (open) {
            open = false;
            engine.close();
            assertThat(state.resolve("ledger")).doesNotExist();
            assertThat(ProcessHandle.current().children().filter(child -> lives(child.pid()))).isEmpty();
        }
    }

    private StartOrder order(CommandLine command, List<Integer> ports) {
        return new StartOrder(InstanceId.only(new ServiceId("web")), 1, command, folder, PATH, ports);
    }

    private RunHandle shell(String line) throws StartFailedException {
        return engine.start(order(new CommandLine.Shell(line), List.of()), seen);
    }

    private RunHandle words(String... words) throws StartFailedException {
        return engine.start(order(new CommandLine.Words(List.of(words)), List.of()), seen);
    }

    @Test
    void bothStreamsAreCompleteWithTheirUnterminatedLastLines() throws Exception {
        shell("printf 'one\\ntwo'; printf 'bad\\nworse' >&2");
        seen.awaitGone();
        assertThat(seen.output()).isEqualTo("one\ntwo");
        assertThat(seen.errors()).isEqualTo("bad\nworse");
        assertThat(seen.told()).containsExactly("exit 0, all gone");
    }

    @Test
    void aFloodOfOutputIsComplete() throws Exception {
        shell("head -c 3000000 /dev/zero | tr '\\0' x");
        assertThat(seen.awaitGone().output()).hasSize(3_000_000);
    }

    @Test
    void whatIsWrittenAfterTheLeadersExitIsKept() throws Exception {
        shell("(sleep 0.1; echo late) & echo early; exit 3");
        assertThat(seen.awaitGone().output()).isEqualTo("early\nlate\n");
        assertThat(seen.told()).containsExactly("exit 3, some left", "all gone");
    }

    @Test
    void theExitCodeOfASignalIsAShells() throws Exception {
        shell("kill -KILL $$");
        assertThat(seen.exitCode()).isEqualTo(137);
    }

    @Test
    void aSignalReachesEveryMemberOfTheRun() throws Exception {
        String member = "trap 'echo bye; exit' TERM; echo $$; while :; do sleep 0.02; done";
        RunHandle run = shell("setsid sh -c \"" + member.replace("$", "\\$") + "\" & " + member);
        awaitMembers(seen.number(0), seen.number(1));
        engine.signal(Map.of(run, PosixSignal.SIGTERM));
        assertThat(seen.awaitGone().output()).containsPattern("bye\nbye\n");
    }

    /** Waits until the engine knows them; it looks again a moment after a look at the earliest. */
    private void awaitMembers(long... pids) {
        for (long pid : pids) {
            soon().until(() -> Files.readString(state.resolve("ledger")).contains("\n+ " + pid + " "));
        }
    }

    @Test
    void aKillEndsTheWholeTreeWhateverItDidToGetAway() throws Exception {
        // A group member, one in a session of its own, and a daemon without parent and environment.
        RunHandle run = shell("sleep 60 & echo $!; setsid sh -c 'echo $$; exec sleep 60' & "
                + "(env -i setsid sh -c 'echo $$; exec sleep 60' &) ; read silent");
        long[] members = {seen.number(0), seen.number(1), seen.number(2)};
        engine.kill(run);
        assertThat(seen.awaitGone().exitCode()).isEqualTo(137);
        for (long member : members) {
            assertThat(lives(member)).isFalse();
        }
    }

    @Test
    void theRunIsNotGoneBeforeItsLastDaemonIs() throws Exception {
        RunHandle run = shell("(env -i setsid sh -c 'echo $$; exec sleep 60' &)");
        long daemon = seen.number(0);
        soon().until(() -> seen.told().contains("exit 0, some left"));
        engine.kill(run);
        awaitGone(daemon);
        assertThat(seen.awaitGone().told()).containsExactly("exit 0, some left", "all gone");
    }

    @Test
    void closingLeavesNothingNotEvenADaemonThatCutAllTies() throws Exception {
        Path pid = folder.resolve("pid");
        shell("(env -i setsid sh -c 'echo $$ >pid.new; mv pid.new pid; exec sleep 60' </dev/null >/dev/null 2>&1 &)");
        soon().until(() -> Files.exists(pid));
        long daemon = Long.parseLong(Files.readString(pid).strip());
        assertThat(lives(daemon)).isTrue();
        close();
        assertThat(lives(daemon)).isFalse();
    }

    @Test
    void standardInputIsOpenAndSilent() throws Exception {
        shell("timeout 0.1 cat; echo $?");
        assertThat(seen.awaitGone().output()).isEqualTo("124\n");
    }

    @Test
    void theEnvironmentIsWhatWasGivenTheMarkerAndTheFolder() throws Exception {
        words("env");
        assertThat(seen.awaitGone().output().lines().filter(line -> !line.startsWith("BRUM_RUN_"))
                // The shell that sets the limits tells the command where it is.
                .filter(line -> !line.equals("PWD=" + folder)))
                .containsExactly("PATH=" + PATH.get("PATH"));
        assertThat(seen.output().lines().filter(line -> line.startsWith("BRUM_RUN_")))
                .singleElement()
                .asString()
                .matches("BRUM_RUN_[0-9a-f]{16}_776562_1=1");
    }

    @Test
    void aRunLeadsASessionOfItsOwnInItsFolder() throws Exception {
        shell("pwd -P; cut -d' ' -f6 /proc/$$/stat; echo $$");
        List<String> lines = seen.awaitGone().output().lines().toList();
        assertThat(lines.getFirst()).isEqualTo(folder.toRealPath().toString());
        assertThat(lines.get(1)).isEqualTo(lines.get(2));
    }

    @Test
    void childrenGetTheCallersLimitBack() throws Exception {
        close();
        open("123");
        shell("ulimit -Sn");
        assertThat(seen.awaitGone().output()).isEqualTo("123\n");
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> words("no-such-program"))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("command not found: no-such-program (is it installed, and on the PATH?)");
        assertThatThrownBy(() -> words("./serve")).hasMessage("command not found: " + folder.resolve("./serve"));
    }

    @Test
    void aFileThatMayNotBeRunIsNamed() throws IOException {
        Files.writeString(folder.resolve("serve"), "#!/bin/sh\n");
        assertThatThrownBy(() -> words("./serve"))
                .hasMessage("no permission to run './serve'; make it executable: chmod +x");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        var nowhere = folder.resolve("nowhere");
        var order = new StartOrder(
                InstanceId.only(new ServiceId("web")), 1, new CommandLine.Shell("true"), nowhere, PATH, List.of());
        assertThatThrownBy(() -> engine.start(order, seen))
                .hasMessage("its folder " + nowhere + " does not exist; check 'working_dir'");
    }

    @Test
    void aPortThatSomebodyHoldsIsNamedWithItsHolder() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = server.getLocalPort();
            assertThatThrownBy(() -> engine.start(order(new CommandLine.Shell("true"), List.of(port)), seen))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessage("port " + port + " is taken")
                    .extracting(e -> ((StartFailedException) e).explanation(), STRING)
                    .startsWith("port " + port + ", claimed by web, is held by '")
                    .contains("(pid " + ProcessHandle.current().pid() + ", in ")
                    .endsWith("; stop that, change 'ports', or, if that is web, say so: --external web");
        }
    }

    @Test
    void aFailedStartLeavesNoDescriptorOpen() {
        int before = descriptors();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> words("no-such-program")).isInstanceOf(StartFailedException.class);
        }
        assertThat(descriptors()).isLessThan(before + 20);
    }

    @Test
    void aRunThatIsOverLeavesNoDescriptorOpen() throws Exception {
        shell("true");
        seen.awaitGone();
        int before = descriptors();
        for (int i = 0; i < 10; i++) {
            var again = new Recorded();
            engine.start(order(new CommandLine.Shell("true"), List.of()), again);
            again.awaitGone();
        }
        soon().until(() -> descriptors() < before + 10);
    }

    private static int descriptors() {
        return Path.of("/proc/self/fd").toFile().list().length;
    }

    @Test
    void listeningMeansTheRunsOwnProcessesDo() throws Exception {
        RunHandle run = shell("sleep 60");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = server.getLocalPort();
            assertThat(engine.listening(run, List.of(port))).isEqualTo(Answer.failing("others listen on port " + port));
            assertThat(engine.listening(List.of(port))).isEqualTo(Answer.passing("listening on port " + port));
            server.close();
            assertThat(engine.listening(run, List.of(port)))
                    .isEqualTo(Answer.failing("nobody listens on port " + port));
        }
    }

    @Test
    void whatAnEarlierFleetLeftIsEndedWhenTheNextOneOpens() throws Exception {
        close();
        try (var left = TestProcess.sleeping()) {
            var ledger = Ledger.begin(state, TestProcess.LINUX.bootId(), FleetMarker.fresh());
            ledger.write(List.of("+ " + left.identity()), List::of);
            assertThat(open(null)).isEqualTo(1);
            awaitGone(left.pid());
            close();
        }
    }

    @Test
    void whatDoesNotRunJavaHasNoLastWord() throws Exception {
        assertThat(engine.askForLastWord(shell("sleep 60"))).isFalse();
    }

    @Test
    void whatTheEngineCannotEndIsEndedByTheGuard() throws Exception {
        close();
        engine = new ProcessEngine(TestProcess.breaking("kin", () -> !open), CallerLimits.of(null));
        open = true;
        engine.open(state, Duration.ofSeconds(1), troubles);
        shell("echo $$; exec sleep 60");
        long leader = seen.number(0);
        open = false;
        assertThatThrownBy(engine::close).isInstanceOf(IllegalStateException.class);
        assertThat(lives(leader)).isFalse();
        assertThat(state.resolve("ledger")).exists();
    }
}
