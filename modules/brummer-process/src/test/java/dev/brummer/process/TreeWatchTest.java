package dev.brummer.process;

import static dev.brummer.process.TestProcess.LINUX;
import static dev.brummer.process.TestProcess.awaitGone;
import static dev.brummer.process.TestProcess.lives;
import static dev.brummer.process.TestProcess.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.supervision.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(20)
class TreeWatchTest {
    private final FleetMarker marker = FleetMarker.fresh();
    private final Recorded seen = new Recorded();
    private final Troubles troubles = new Troubles();

    @TempDir
    private Path folder;

    private FleetRecord record;
    private TreeWatch watch;
    // What a look at the process table fails with.
    private volatile @Nullable Exception how;

    @BeforeEach
    void begin() throws IOException {
        record = FleetRecord.begin(LINUX, folder, marker, Duration.ofSeconds(1), troubles);
        Platform platform = TestProcess.failing("kin", () -> how != null, () -> how);
        watch = new TreeWatch(platform, marker, record, troubles);
    }

    @AfterEach
    void end() throws Exception {
        watch.endAll();
        record.close();
        soon().until(() -> threads().isEmpty());
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("tree-watch"))
                .toList();
    }

    private Run run(String script) throws IOException {
        return run(script, seen);
    }

    private Run run(String script, Recorded observer) throws IOException {
        return watch.add(() -> spawned(watch, script, observer));
    }

    private Run spawned(TreeWatch watch, String script, Recorded observer) throws IOException {
        String variable = marker.variable("web", 1);
        ProcessBuilder builder = new ProcessBuilder("setsid", "sh", "-c", script);
        builder.environment().put(variable, "1");
        Process process = builder.start();
        var run = new Run(process.pid(), "web", variable, marker.limit(1), observer, List.of(), new RunReaders());
        process.onExit().thenAccept(ended -> watch.leaderExited(run, new Exit(ended.exitValue())));
        return run;
    }

    private long guard() {
        return record.guardPid().orElse(-1);
    }

    private String ledger() throws IOException {
        return Files.readString(folder.resolve("ledger"));
    }

    @Test
    void theGuardIsNeverTakenForAnOrphan() throws Exception {
        Run run = run("exec sleep 60");
        long guard = guard();
        assertThat(watch.members(run)).containsExactly(run.leader());
        assertThat(ledger()).contains("+ " + run.leader() + " ").doesNotContain("+ " + guard + " ");
        watch.endAll();
        awaitGone(run.leader());
        assertThat(lives(guard)).isTrue();
    }

    @Test
    void theGuardThatReplacesAnotherIsNotTakenForAnOrphanEither() throws Exception {
        Run run = run("exec sleep 60");
        long first = guard();
        new PosixCalls().kill(first, 9);
        soon().until(() -> {
            watch.members(run);
            return guard() != first;
        });
        long second = guard();
        for (int look = 0; look < 20; look++) {
            watch.members(run);
        }
        assertThat(ledger()).doesNotContain("+ " + second + " ");
        watch.endAll();
        assertThat(lives(second)).isTrue();
    }

    @Test
    void aLeadersExitIsToldAtOnceWithAllOfItGone() throws IOException {
        for (int time = 0; time < 20; time++) {
            var once = new Recorded();
            run("exit 7", once);
            assertThat(once.awaitGone().told()).containsExactly("exit 7, all gone");
        }
    }

    @Test
    void aProcessOfARunHasAnOwnerAndAStrangerHasNone() throws IOException {
        Run run = run("exec sleep 60");
        assertThat(watch.owner(run.leader())).contains("web");
        assertThat(watch.owner(1)).isEmpty();
    }

    @Test
    void aRunThatIsOverIsForgottenByTheRecord() throws IOException {
        Run run = run("exit 0");
        seen.awaitGone();
        assertThat(ledger()).contains("o " + run.leader() + "\n");
        assertThat(Ledger.left(folder).orElseThrow().members()).isEmpty();
    }

    @Test
    void aLookThatBreaksIsSaidAndTheNextOneTellsWhatItWouldHaveTold() throws IOException {
        how = new IllegalStateException("a bug in a look");
        run("exit 7");
        String said = "broke while watching the processes of services: a bug in a look";
        soon().until(() -> troubles.told.contains(said));
        assertThat(seen.told()).isEmpty();
        how = null;
        assertThat(seen.awaitGone().told()).containsExactly("exit 7, all gone");
    }

    @Test
    void nothingIsAddedOnceTheEndHasBegun() throws Exception {
        watch.endAll();
        assertThatThrownBy(() -> run("exec sleep 60")).isInstanceOf(IOException.class);
    }

    @Test
    void whatCouldNotBeAdmittedIsKilled() throws Exception {
        var observer = new Recorded();
        var pids = new CopyOnWriteArrayList<Long>();
        var unlucky = new TreeWatch(TestProcess.breaking("ticks", () -> true), marker, record, troubles);
        assertThatThrownBy(() -> unlucky.add(() -> {
            Run run = spawned(unlucky, "exec sleep 60", observer);
            pids.add(run.leader());
            return run;
        })).isInstanceOf(IllegalStateException.class);
        awaitGone(pids.getFirst());
        unlucky.endAll();
    }

    @Test
    void whileTheProcessTableCannotBeReadNobodyIsTakenForGone() throws IOException {
        Run run = run("sleep 60 & sleep 60 & exit 7");
        soon().until(() -> watch.members(run).size() == 2);
        Set<Long> members = watch.members(run);
        how = new IOException("no file handles are left");
        soon().until(() -> !troubles.told.isEmpty());
        assertThat(watch.members(run)).isEqualTo(members);
        how = null;
        assertThat(watch.members(run)).isEqualTo(members);
        assertThat(troubles.told)
                .containsExactly(
                        "began: the process table cannot be read: no file handles are left;"
                                + " until it can, ends and new processes of services are noticed late",
                        "ended: the process table can be read again");
    }

    @Test
    void aSignalReachesTheGroupOfALivingLeaderWithoutALook() throws IOException {
        Run run = run("trap 'exit 3' TERM; while :; do sleep 0.02; done");
        soon().until(() -> catches(run.leader()));
        how = new IOException("no file handles are left");
        watch.signal(Map.of(run, PosixSignal.SIGTERM));
        awaitGone(run.leader());
        how = null;
        assertThat(seen.awaitGone().exitCode()).isEqualTo(3);
    }

    /** Whether the shell has set its trap for SIGTERM. */
    private static boolean catches(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("SigCgt:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & (1 << 14)) != 0);
    }
}
