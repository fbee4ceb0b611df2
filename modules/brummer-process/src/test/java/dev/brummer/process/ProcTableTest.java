package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a folder that looks like {@code /proc}: 1 is init, 100 is Brummer in its shell 90. */
@EnabledOnOs(OS.LINUX)
class ProcTableTest {
    @TempDir
    private Path proc;

    private ProcTable table;
    private long folders;

    @BeforeEach
    void machine() throws IOException {
        table = new ProcTable(new ProcFiles(new PosixCalls()), proc.toString(), 100);
        process(1, 0, 10);
        process(90, 1, 900);
        process(100, 90, 1000);
        Files.createDirectory(proc.resolve("sys"));
    }

    private void process(long pid, long parent, long ticks) throws IOException {
        Files.createDirectories(proc.resolve(Long.toString(pid)));
        String row = pid + " (sh) S " + parent + " 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 " + ticks + " 0 0\n";
        Files.writeString(proc.resolve(pid + "/stat"), row);
    }

    /** A process in a folder of its own, which the kernel made up later than those before. */
    private void born(long pid, long parent, long ticks) throws IOException {
        process(pid, parent, ticks);
        folders++;
        assertThat(proc.resolve(Long.toString(pid)).toFile().setLastModified(folders * 1000)).isTrue();
    }

    private void gone(long pid) throws IOException {
        Files.delete(proc.resolve(pid + "/stat"));
        Files.delete(proc.resolve(Long.toString(pid)));
    }

    private List<Long> all() throws IOException {
        return table.all().stream().map(ProcessEntry::pid).sorted().toList();
    }

    private List<Long> kin(Long... wanted) throws IOException {
        return table.kin(Set.of(wanted)).stream().map(ProcessEntry::pid).sorted().toList();
    }

    @Test
    void allAreAllAtEveryLook() throws IOException {
        assertThat(all()).containsExactly(1L, 90L, 100L);
        assertThat(kin()).containsExactly(1L, 90L, 100L);
        assertThat(all()).containsExactly(1L, 90L, 100L);
    }

    @Test
    void whoDoesNotDescendFromThisProcessIsSeenOnce() throws IOException {
        process(110, 100, 1100);
        process(111, 110, 1110);
        assertThat(kin()).containsExactly(1L, 90L, 100L, 110L, 111L);
        process(95, 90, 1200);
        assertThat(kin()).containsExactly(95L, 100L, 110L, 111L);
        assertThat(kin()).containsExactly(100L, 110L, 111L);
    }

    @Test
    void aDescendantsRowIsReadAnewAtEveryLook() throws IOException {
        process(110, 100, 1100);
        process(111, 110, 1110);
        kin();
        gone(110);
        process(111, 100, 1110);
        assertThat(table.kin(Set.of()))
                .contains(new ProcessEntry(111, 100, 1, 1, 1110, false))
                .noneMatch(row -> row.pid() == 110);
    }

    @Test
    void aStrangersPidThatComesAgainIsReadAnew() throws IOException {
        born(95, 90, 1200);
        kin();
        assertThat(kin()).doesNotContain(95L);
        gone(95);
        born(95, 100, 1300);
        assertThat(kin()).contains(95L);
        assertThat(kin()).contains(95L);
    }

    @Test
    void aStrangerThatIsWantedIsSeenAllTheSame() throws IOException {
        kin();
        assertThat(kin(90L)).containsExactly(90L, 100L);
        assertThat(kin()).containsExactly(100L);
    }

    @Test
    void whoseAncestorsAreNotAllKnownMayBeADescendant() throws IOException {
        process(96, 77, 1200);
        kin();
        assertThat(kin()).contains(96L);
        process(96, 1, 1200);
        kin();
        assertThat(kin()).doesNotContain(96L);
    }

    @Test
    void aParentThatIsYoungerThanItsChildIsNotItsParent() throws IOException {
        process(95, 90, 1200);
        process(96, 95, 1100);
        kin();
        assertThat(kin()).contains(96L).doesNotContain(95L);
    }

    @Test
    void theRealTableHasThisProcessAndItsChildrenAndSoonNobodyElse() throws IOException {
        long self = ProcessHandle.current().pid();
        var real = new ProcTable(new ProcFiles(new PosixCalls()), "/proc", self);
        try (var child = TestProcess.sleeping()) {
            int everybody = real.kin(Set.of()).size();
            List<Long> second = real.kin(Set.of()).stream().map(ProcessEntry::pid).toList();
            assertThat(second).contains(self, child.pid()).doesNotContain(1L).hasSizeLessThan(everybody);
        }
    }
}
