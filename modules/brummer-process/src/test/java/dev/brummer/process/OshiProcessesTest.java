package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class OshiProcessesTest {
    private final long self = ProcessHandle.current().pid();

    private static ProcessEntry process(long pid) {
        return new ProcessEntry(pid, 1, pid, pid, 1, false);
    }

    @Test
    void itKnowsWhatProcessesUseAndNothingOfThoseThatAreGone() {
        try (var child = TestProcess.sleeping()) {
            Map<Long, Platform.Spent> spent = OshiProcesses.spent(
                    List.of(process(self), process(child.pid()), process(Integer.MAX_VALUE)));
            assertThat(spent).containsOnlyKeys(self, child.pid());
            assertThat(spent.get(self).own()).isPositive();
            assertThat(spent.get(self).residentBytes()).isGreaterThan(spent.get(child.pid()).residentBytes());
            assertThat(spent.get(child.pid()).residentBytes()).isPositive();
        }
    }

    @Test
    void itAgreesWithTheProcessTableWhereThereIsOne() throws IOException {
        try (var child = TestProcess.start("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; echo 1; read x")) {
            assertThat(child.nextNumber()).isEqualTo(1);
            var entry = TestProcess.LINUX.processes().stream().filter(row -> row.pid() == child.pid()).toList();
            Platform.Spent table = TestProcess.LINUX.spent(entry).get(child.pid());
            Platform.Spent oshi = OshiProcesses.spent(entry).get(child.pid());
            assertThat(table.own()).isPositive();
            assertThat(oshi.own().minus(table.own()).abs().toMillis()).isLessThan(50);
            assertThat(oshi.residentBytes()).isBetween(table.residentBytes() / 2, table.residentBytes() * 2);
        }
    }
}
