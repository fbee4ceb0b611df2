package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(10)
class LeftoversTest {
    private final FleetMarker marker = FleetMarker.fresh();
    private final ScriptedPlatform machine = new ScriptedPlatform();

    private int end(String... members) throws IOException {
        return new Leftovers(machine, new Ledger.Left("boot-1", marker, Set.of(members))).end();
    }

    @Test
    void aProcessNamedWithItsTicksIsKilledAndNobodyElse() throws IOException {
        machine.process(10, 1, 10, 500).process(11, 1, 11, 501);
        assertThat(end("10 500")).isEqualTo(1);
        assertThat(machine.signals).containsExactly("10 SIGKILL");
        assertThat(machine.table).containsOnlyKeys(11L);
    }

    @Test
    void aRecycledPidIsAStrangers() throws IOException {
        machine.process(10, 1, 10, 777);
        assertThat(end("10 500")).isZero();
        assertThat(machine.signals).isEmpty();
    }

    @Test
    void anotherBootOfTheMachineMakesEverybodyAStranger() throws IOException {
        machine.process(10, 1, 10, 500).boot = "boot-2";
        machine.markers.put(10L, marker.variable("web", 1));
        assertThat(end("10 500")).isZero();
        assertThat(machine.signals).isEmpty();
    }

    @Test
    void descendantsAndWhoeverCarriesTheMarkerAreFoundToo() throws IOException {
        machine.process(10, 1, 10, 500).process(20, 10, 20).process(30, 20, 30).process(40, 1, 40).process(50, 1, 50);
        machine.markers.put(40L, marker.variable("web", 1));
        machine.markers.put(50L, FleetMarker.fresh().variable("web", 1));
        assertThat(end("10 500")).isEqualTo(4);
        assertThat(machine.table).containsOnlyKeys(50L);
    }

    @Test
    void theDeadAreNotCounted() throws IOException {
        machine.zombie(10, 1);
        assertThat(end("10 100")).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void realProcessesAreEndedByLedgerAndMarkerAndAStrangerLives() throws IOException {
        try (var named = TestProcess.sleeping();
                var marked = TestProcess.start(Map.of(marker.variable("web", 3), "1"), "sleep", "60");
                var recycled = TestProcess.sleeping();
                var stranger = TestProcess.sleeping()) {
            long otherTicks = TestProcess.LINUX.ticks(recycled.pid()).orElseThrow() - 1;
            var left = new Ledger.Left(
                    TestProcess.LINUX.bootId(), marker, Set.of(named.identity(), recycled.pid() + " " + otherTicks));
            assertThat(new Leftovers(TestProcess.LINUX, left).end()).isEqualTo(2);
            TestProcess.awaitGone(named.pid(), marked.pid());
            assertThat(TestProcess.lives(recycled.pid())).isTrue();
            assertThat(TestProcess.lives(stranger.pid())).isTrue();
        }
    }
}
