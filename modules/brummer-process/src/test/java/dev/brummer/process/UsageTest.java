package dev.brummer.process;

import static dev.brummer.process.TestProcess.awaitGone;
import static dev.brummer.process.TestProcess.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.engine.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(20)
class UsageTest {
    private static final String BURN = "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done";

    @TempDir
    private Path folder;

    private final Recorded seen = new Recorded();
    private TestEngine engine;
    private volatile boolean blind;

    @BeforeEach
    void open() throws IOException {
        engine = new TestEngine(
                folder, TestProcess.failing("kin", () -> blind, () -> new IOException("no file handles are left")));
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    private Usage usage(RunHandle run) throws IOException {
        return engine.engine().usage(List.of(run)).get(run);
    }

    @Test
    void theWholeTreeCountsWhateverItDidToGetAway() throws Exception {
        RunHandle run = engine.shell(
                "sleep 60 & setsid sleep 60 & (env -i setsid sleep 60 &) ; echo $$; exec sleep 60", seen);
        long leader = seen.number(0);
        soon().until(() -> usage(run).processes() == 4);
        assertThat(usage(run).leader()).hasValue(leader);
    }

    @Test
    void memoryIsThatOfAllProcesses() throws Exception {
        // tail keeps what it has read until there is a line end, or the end.
        RunHandle run = engine.shell("(head -c 40000000 /dev/zero; exec sleep 60) | tail -n 1", seen);
        soon().until(() -> usage(run).residentBytes() > 40_000_000);
        assertThat(usage(run).residentBytes()).isLessThan(100_000_000);
    }

    @Test
    void aZombieIsDead() throws Exception {
        RunHandle run = engine.shell("true & echo $!; exec sleep 60", seen);
        long zombie = seen.number(0);
        awaitGone(zombie);
        assertThat(usage(run).processes()).isEqualTo(1);
    }

    @Test
    void processorTimeStaysWhenWhoUsedItHasEnded() throws Exception {
        RunHandle run = engine.shell("sh -c '" + BURN + "; echo $$; exec sleep 60' & wait; " + BURN + "; exec sleep 60", seen);
        long child = seen.number(0);
        Duration before = usage(run).processorTime();
        assertThat(before).isPositive();
        new PosixCalls().kill(child, 9);
        awaitGone(child);
        assertThat(usage(run).processorTime()).isGreaterThanOrEqualTo(before);
        soon().until(() -> usage(run).processorTime().compareTo(before) > 0);
    }

    @Test
    void processorTimeStaysWhereNobodyWaitsForTheDead() throws Exception {
        // What ignores the ends of its children never gets their time.
        RunHandle run = engine.shell("trap '' CHLD; sh -c '" + BURN + "; echo $$; exec sleep 60' & exec sleep 60", seen);
        long child = seen.number(0);
        Duration before = usage(run).processorTime();
        assertThat(before).isPositive();
        new PosixCalls().kill(child, 9);
        awaitGone(child);
        assertThat(usage(run).processorTime()).isGreaterThanOrEqualTo(before);
        assertThat(usage(run).processes()).isEqualTo(1);
    }

    @Test
    void aRunThatIsOverHasNobodyAndItsTime() throws Exception {
        RunHandle run = engine.shell(BURN + "; echo done; read silent", seen);
        soon().until(() -> seen.output().equals("done\n"));
        Duration before = usage(run).processorTime();
        engine.engine().kill(run);
        seen.awaitGone();
        assertThat(usage(run)).isEqualTo(new Usage(OptionalLong.empty(), 0, 0, before));
    }

    @Test
    void aLeaderThatIsGoneIsNotTold() throws Exception {
        RunHandle run = engine.shell("setsid sleep 60 &", seen);
        assertThat(seen.exitCode()).isZero();
        assertThat(usage(run).leader()).isEmpty();
        assertThat(usage(run).processes()).isEqualTo(1);
    }

    @Test
    void eachRunHasItsOwn() throws Exception {
        RunHandle one = engine.shell("exec sleep 60", seen);
        RunHandle two = engine.shell("sleep 60 & exec sleep 60", new Recorded());
        soon().until(() -> usage(two).processes() == 2);
        Map<RunHandle, Usage> usage = engine.engine().usage(List.of(one, two));
        assertThat(usage.get(one).processes()).isEqualTo(1);
        assertThat(usage.get(two).processes()).isEqualTo(2);
        assertThat(engine.engine().usage(List.of())).isEmpty();
    }

    @Test
    void whereTheTableCannotBeReadThatIsSaid() throws Exception {
        RunHandle run = engine.shell("exec sleep 60", seen);
        blind = true;
        assertThatThrownBy(() -> usage(run)).isInstanceOf(IOException.class).hasMessage("the process table cannot be read");
        blind = false;
    }

    @Test
    void theMachineHasProcessorsAndMemory() {
        assertThat(engine.engine().machine().cores()).isPositive();
        assertThat(engine.engine().machine().memoryBytes()).isGreaterThan(64 << 20);
    }
}
