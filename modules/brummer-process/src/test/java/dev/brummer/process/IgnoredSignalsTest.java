package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class IgnoredSignalsTest {
    /** Whoever does not ask for it does not notice it, so that a test may play with it. */
    private static final int WINDOW_CHANGED = 28;

    private static final int DEFAULT = 0;

    @AfterEach
    void restore() {
        // What it returns is half an address.
        int ignored = PosixCalls.result("signal", WINDOW_CHANGED, DEFAULT, 0);
        assertThat(IgnoredSignals.isIgnored(WINDOW_CHANGED)).isFalse();
    }

    /** What signal(7) calls the mask of ignored signals, of a process that is started now. */
    private static boolean isIgnoredByAChild() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("grep", "SigIgn", "/proc/self/status").start();
        String row = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        long mask = Long.parseUnsignedLong(row.substring(row.indexOf(':') + 1).strip(), 16);
        return (mask >>> (WINDOW_CHANGED - 1) & 1) == 1;
    }

    @Test
    void whatIsIgnoredHereIsNotIgnoredByWhatIsStarted() throws Exception {
        assertThat(PosixCalls.result("signal", WINDOW_CHANGED, PosixCalls.IGNORE, 0)).isNotNegative();
        assertThat(IgnoredSignals.isIgnored(WINDOW_CHANGED)).isTrue();
        assertThat(isIgnoredByAChild()).isTrue();

        assertThat(IgnoredSignals.keptFromOthers(WINDOW_CHANGED)).isTrue();

        assertThat(IgnoredSignals.isIgnored(WINDOW_CHANGED)).isFalse();
        assertThat(isIgnoredByAChild()).isFalse();
        assertThat(IgnoredSignals.keptFromOthers(WINDOW_CHANGED)).isFalse();
    }

    @Test
    void andThisProcessSurvivesIt() {
        assertThat(PosixCalls.result("signal", WINDOW_CHANGED, PosixCalls.IGNORE, 0)).isNotNegative();
        assertThat(IgnoredSignals.keptFromOthers(WINDOW_CHANGED)).isTrue();

        assertThat(new PosixCalls().kill(ProcessHandle.current().pid(), WINDOW_CHANGED)).isTrue();
    }
}
