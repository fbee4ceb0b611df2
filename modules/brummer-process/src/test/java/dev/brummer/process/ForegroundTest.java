package dev.brummer.process;

import static dev.brummer.process.TestProcess.awaitGone;
import static dev.brummer.process.TestProcess.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.model.PosixSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs that have the streams of this process write nothing in these tests, for that is how these tests are heard. */
@EnabledOnOs(OS.LINUX)
@Timeout(20)
class ForegroundTest {
    @TempDir
    private Path folder;

    private final Recorded seen = new Recorded();

    private long number(String file) {
        Path path = folder.resolve(file);
        soon().until(() -> Files.exists(path) && Files.readString(path).endsWith("\n"));
        try {
            return Long.parseLong(Files.readString(path).strip());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void itIsInTheSessionAndGroupOfThisProcess() throws Exception {
        try (TestEngine engine = new TestEngine(folder)) {
            engine.inForeground("read -r stat </proc/$$/stat; set -- ${stat##*) }; echo $3 >group; echo $4 >session", seen);
            assertThat(seen.awaitGone().told()).containsExactly("exit 0, all gone");
            var own = TestProcess.LINUX.processes().stream()
                    .filter(entry -> entry.pid() == ProcessHandle.current().pid())
                    .findFirst()
                    .orElseThrow();
            assertThat(number("group")).isEqualTo(own.group());
            assertThat(number("session")).isEqualTo(own.session());
        }
    }

    @Test
    void whatItLeavesBehindIsKnownWhereverItHasGone() throws Exception {
        String daemon = "trap '' TERM; echo $$ >left; exec sleep 60";
        try (TestEngine engine = new TestEngine(folder)) {
            RunHandle run = engine.inForeground(
                    "env -i setsid sh -c \"" + daemon.replace("$", "\\$") + "\" & until [ -s left ]; do sleep 0.01; done; exit 3",
                    seen);
            long left = number("left");
            assertThat(seen.exitCode()).isEqualTo(3);
            soon().until(() -> seen.told().equals(java.util.List.of("exit 3, some left")));
            engine.engine().signal(Map.of(run, PosixSignal.SIGTERM));
            assertThat(TestProcess.lives(left)).isTrue();
            engine.engine().kill(run);
            seen.awaitGone();
            awaitGone(left);
        }
    }
}
