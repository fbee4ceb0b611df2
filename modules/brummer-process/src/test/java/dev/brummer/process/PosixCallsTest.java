package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.model.PosixSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PosixCallsTest {
    private final PosixCalls calls = new PosixCalls();

    private static Path descriptor(int number) {
        return Path.of("/proc/self/fd/" + number);
    }

    @Test
    void aPipeHasTwoEndsThatAreGoneOnceClosed() throws IOException {
        int[] ends = calls.pipe();
        String name = Files.readSymbolicLink(descriptor(ends[0])).toString();
        assertThat(Files.readSymbolicLink(descriptor(ends[1]))).hasToString(name);
        calls.close(ends[0]);
        calls.close(ends[1]);
        // Another thread may have got the same number for something else by now.
        for (int end : ends) {
            assertThat(Files.exists(descriptor(end)) && Files.readSymbolicLink(descriptor(end)).endsWith(name))
                    .isFalse();
        }
    }

    @Test
    void killTellsWhetherAnybodyWasThere() {
        try (var child = TestProcess.sleeping()) {
            assertThat(calls.kill(child.pid(), 0)).isTrue();
        }
        assertThat(calls.kill(Integer.MAX_VALUE, 0)).isFalse();
    }

    @Test
    void aGroupIsKilledAsAWhole() {
        try (var leader = TestProcess.start("setsid", "sh", "-c", "sleep 60 & echo $!; wait")) {
            long member = leader.nextNumber();
            assertThat(calls.kill(-leader.pid(), 9)).isTrue();
            TestProcess.awaitGone(leader.pid(), member);
        }
    }

    @Test
    void aSignalIsTheOneThatWasAskedFor() {
        try (var child = TestProcess.start("sh", "-c", "trap 'exit 42' USR2; echo 1; while :; do sleep 0.01; done")) {
            assertThat(child.nextNumber()).isEqualTo(1);
            TestProcess.LINUX.signal(child.pid(), PosixSignal.SIGUSR2);
            assertThat(child.process().onExit().join().exitValue()).isEqualTo(42);
        }
    }

    @Test
    void reapingALivingChildOrAStrangerDoesNothing() {
        try (var child = TestProcess.sleeping()) {
            calls.reap(child.pid());
            calls.reap(Integer.MAX_VALUE);
            assertThat(TestProcess.lives(child.pid())).isTrue();
        }
    }
}
