package dev.brummer.process;

import static dev.brummer.process.TestProcess.LINUX;
import static dev.brummer.process.TestProcess.lives;
import static dev.brummer.process.TestProcess.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(20)
class FleetRecordTest {
    private final FleetMarker marker = FleetMarker.fresh();

    @TempDir
    private Path folder;

    private FleetRecord record;

    @BeforeEach
    void begin() throws IOException {
        record = FleetRecord.begin(LINUX, folder, marker, Duration.ofSeconds(1), new Troubles());
    }

    @AfterEach
    void close() throws IOException {
        long guard = guard(record);
        record.close();
        assertThat(lives(guard)).isFalse();
    }

    private static long guard(FleetRecord record) {
        return record.guardPid().orElse(-1);
    }

    private List<String> ledger() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("ledger"));
        return lines.subList(2, lines.size());
    }

    @Test
    void onlyChangesAreWritten() throws IOException {
        record.runBegan(10);
        record.members(Map.of(10L, 500L));
        record.members(Map.of(10L, 500L));
        record.members(Map.of(10L, 500L, 11L, 501L));
        record.members(Map.of(11L, 501L));
        record.runOver(10);
        assertThat(ledger()).containsExactly("r 10", "+ 10 500", "+ 11 501", "- 10 500", "o 10");
    }

    @Test
    void anotherGracePeriodIsToldOnce() throws IOException {
        record.grace(Duration.ofMillis(20_100));
        record.grace(Duration.ofSeconds(21));
        record.runBegan(10);
        assertThat(ledger()).containsExactly("g 21", "r 10");
    }

    @Test
    void theGuardRunsInASessionOfItsOwnOutsideTheFolder() {
        long guard = guard(record);
        soon().until(() -> LINUX.processes().stream()
                .anyMatch(entry -> entry.pid() == guard && entry.session() == guard));
        soon().until(() -> LINUX.describe(guard).orElse("").contains("guard.sh"));
        assertThat(LINUX.describe(guard).orElseThrow()).endsWith("in /)");
    }

    @Test
    void aGuardThatIsKilledIsReplacedByOneThatIsToldEverythingThatHolds() throws Exception {
        var guards = new CopyOnWriteArrayList<Path>();
        Ledger ledger = Ledger.begin(Files.createDirectory(folder.resolve("other")), LINUX.bootId(), marker);
        var other = new FleetRecord(ledger, died -> listener(guards, died), new Troubles());
        other.runBegan(10);
        other.runBegan(20);
        other.members(Map.of(10L, 500L, 20L, 600L));
        other.members(Map.of(20L, 600L));
        other.runOver(10);
        long first = guard(other);
        new PosixCalls().kill(first, 9);
        soon().until(() -> guard(other) > 0 && guard(other) != first);
        other.members(Map.of(20L, 600L, 21L, 601L));
        other.close();
        assertThat(guards.get(1)).hasContent("r 20\n+ 20 600\n+ 21 601\nend\n");
    }

    /** A guard that only writes down what it is told. */
    private Guard listener(List<Path> guards, Runnable died) throws IOException {
        Path heard = folder.resolve("heard-" + guards.size());
        guards.add(heard);
        Path scripts = Files.createDirectories(folder.resolve("scripts"));
        var machine = new ScriptedPlatform("/bin/sh", "-c", "exec sed -u '/^end$/q' >" + heard);
        return Guard.start(machine, scripts, marker, Duration.ZERO, died);
    }

    @Test
    void theGuardIsReplacedAsOftenAsItDies() {
        for (int i = 0; i < 3; i++) {
            long killed = guard(record);
            new PosixCalls().kill(killed, 9);
            soon().until(() -> guard(record) != killed && lives(guard(record)));
        }
    }

    @Test
    void aRecordWithoutAGuardIsNoneAndLeavesNoLedger() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(elsewhere.resolve("guard.sh/in-the-way"));
        assertThatThrownBy(() ->
                        FleetRecord.begin(LINUX, elsewhere, marker, Duration.ofSeconds(1), new Troubles()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("its script " + elsewhere.resolve("guard.sh") + " cannot be written: ");
        assertThat(elsewhere.resolve("ledger")).doesNotExist();
    }

    @Test
    void aLedgerThatCannotBeWrittenDoesNotEndSupervision() throws IOException {
        Ledger full = Ledger.begin(Files.createDirectory(folder.resolve("full")), "boot-1", marker);
        var guards = new CopyOnWriteArrayList<Path>();
        var other = new FleetRecord(full, died -> listener(guards, died), new Troubles());
        full.close();
        other.runBegan(10);
        other.members(Map.of(10L, 500L));
        other.close();
        assertThat(guards.getFirst()).hasContent("r 10\n+ 10 500\nend\n");
    }
}
