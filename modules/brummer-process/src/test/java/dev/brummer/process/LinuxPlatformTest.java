package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class LinuxPlatformTest {
    private static final String REST = " 0 -1 4194560 111 0 0 0 1 2 30 40 20 0 1 0 987654 8294400 1024 1844674407370 1";

    private final long self = ProcessHandle.current().pid();

    @ParameterizedTest
    @ValueSource(strings = {"sh", "a b", "a) Z 1 2 3", "((", "))", ") Z", "line\nbreak", "", " ", "\t", ")\n("})
    void aCommandNameMayHoldAnything(String name) {
        assertThat(row("4711 (" + name + ") S 12 34 56" + REST))
                .isEqualTo(new ProcessEntry(4711, 12, 34, 56, 987654, false, new ProcessEntry.Cost(3, 70, 1024)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "X"})
    void aDeadProcessThatIsNotReapedIsAZombie(String state) {
        assertThat(row("1 (sh) " + state + " 0 1 1" + REST).zombie()).isTrue();
    }

    private static ProcessEntry row(String text) {
        byte[] row = text.getBytes(StandardCharsets.ISO_8859_1);
        return StatRow.parse(row, row.length);
    }

    @Test
    void theProcessTableHasThisProcessAndItsChildWithTheirTicks() throws IOException {
        try (var child = TestProcess.sleeping()) {
            var entry = TestProcess.LINUX.processes().stream()
                    .filter(row -> row.pid() == child.pid())
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.parent()).isEqualTo(self);
            assertThat(TestProcess.LINUX.ticks(child.pid())).hasValue(entry.startTicks());
        }
    }

    @Test
    void aProcessThatIsGoneHasNoTicks() throws IOException {
        long pid;
        try (var child = TestProcess.sleeping()) {
            pid = child.pid();
        }
        assertThat(TestProcess.LINUX.ticks(pid)).isEmpty();
    }

    @Test
    void theMarkerIsTheNameOfTheFirstVariableWithThePrefix() throws IOException {
        try (var child = TestProcess.start(Map.of("BRUM_RUN_aa_6162_7", "1=2"), "sleep", "60")) {
            assertThat(TestProcess.LINUX.marker(child.pid(), "BRUM_RUN_aa_")).contains("BRUM_RUN_aa_6162_7");
            assertThat(TestProcess.LINUX.marker(child.pid(), "BRUM_RUN_bb_")).isEmpty();
        }
    }

    @Test
    void aMarkerIsFoundWhereItIsTheOnlyVariable() throws IOException {
        try (var child = TestProcess.start("env", "-i", "BRUM_RUN_aa_1=1", "sleep", "60")) {
            TestProcess.soon().until(() -> TestProcess.LINUX.marker(child.pid(), "BRUM_RUN_aa_").isPresent());
            assertThat(TestProcess.LINUX.marker(child.pid(), "BRUM_RUN_aa_")).contains("BRUM_RUN_aa_1");
        }
    }

    @Test
    void aPrefixInAValueIsNoMarker() throws IOException {
        try (var child = TestProcess.start(Map.of("OTHER", "BRUM_RUN_aa_1=1"), "sleep", "60")) {
            assertThat(TestProcess.LINUX.marker(child.pid(), "BRUM_RUN_aa_")).isEmpty();
        }
    }

    @Test
    void aProcessThatIsGoneHasNeitherMarkerNorPipes() throws IOException {
        assertThat(TestProcess.LINUX.marker(Integer.MAX_VALUE, "BRUM_RUN_")).isEmpty();
        assertThat(TestProcess.LINUX.streams(Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void thePipesOfAProcessAreThoseOfItsStandardStreams() throws IOException {
        try (ChildPipe pipe = TestProcess.LINUX.pipe()) {
            Process writer = new ProcessBuilder("sleep", "60")
                    .redirectError(ProcessBuilder.Redirect.appendTo(pipe.target()))
                    .start();
            try {
                assertThat(TestProcess.LINUX.streams(writer.pid())).contains(pipe.inode());
                assertThat(pipe.inode()).matches("pipe:\\[[0-9]+]");
            } finally {
                writer.destroyForcibly().onExit().join();
            }
        }
    }

    @Test
    void aListenerIsFoundWithTheProcessThatHoldsIt() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var stranger = TestProcess.sleeping()) {
            var listener = TestProcess.LINUX.listeners().stream()
                    .filter(row -> row.port() == server.getLocalPort())
                    .findFirst()
                    .orElseThrow();
            assertThat(TestProcess.LINUX.holders(Set.of(listener.inode()), Set.of(self, stranger.pid())))
                    .containsExactly(self);
        }
    }

    @Test
    void aProcessIsDescribedByItsCommandLineItsPidAndItsFolder() {
        try (var child = TestProcess.start("sleep", "61")) {
            assertThat(TestProcess.LINUX.describe(child.pid()))
                    .contains("'sleep 61' (pid " + child.pid() + ", in " + System.getProperty("user.dir") + ")");
        }
    }

    @Test
    void aCommandOfSeveralLinesIsDescribedInOne() {
        try (var child = TestProcess.start("sh", "-c", "echo 1\nread\tsilent")) {
            assertThat(TestProcess.LINUX.describe(child.pid()).orElseThrow()).startsWith("'sh -c echo 1 read silent' (");
        }
    }

    @Test
    void onlyAJavaMachineIsOne() {
        try (var child = TestProcess.sleeping()) {
            assertThat(TestProcess.LINUX.isJavaMachine(self)).isTrue();
            assertThat(TestProcess.LINUX.isJavaMachine(child.pid())).isFalse();
        }
    }

    @Test
    void theLimitsOfAProcessThatIsJustEndingAreEmptyAndSayNothing() {
        assertThat(LinuxPlatform.parseLimits("")).isEmpty();
        assertThat(LinuxPlatform.parseLimits("Max resident set          unlimited            unlimited            bytes")).isEmpty();
        assertThat(LinuxPlatform.parseLimits("Max resident set          4096                 unlimited            bytes")).hasValue(4096);
    }
}
