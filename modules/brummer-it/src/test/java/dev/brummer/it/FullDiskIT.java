package dev.brummer.it;

import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.spi.Gap;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The journal's disk is full. Needs the right to mount a small one. */
@EndToEnd
class FullDiskIT {
    private static final int FILLER = 4 << 20;
    // Each changes its state several times, of which a thousand are kept.
    private static final int MANY_RUNS = 500;
    private static final String REASON = "could not be stored: No space left on device";

    /** A disk of a few megabytes in a folder, which is taken away again. */
    private record SmallDisk(Path folder) implements AutoCloseable {
        static SmallDisk in(Path folder) throws IOException, InterruptedException {
            Files.createDirectories(folder);
            assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder.toString()), "may not mount");
            return new SmallDisk(folder);
        }

        private static boolean run(String... command) throws IOException, InterruptedException {
            ProcessBuilder quiet = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return quiet.start().waitFor() == 0;
        }

        @Override
        public void close() throws IOException, InterruptedException {
            assertThat(run("umount", folder.toString())).as("umount of %s", folder).isTrue();
        }
    }

    @Test
    void theServicesRunOnAndWhatIsMissingIsAccountedFor(Sandbox sandbox) throws IOException, InterruptedException {
        try (SmallDisk disk = SmallDisk.in(sandbox.project().resolve(".brummer"))) {
            Path filler = Files.write(disk.folder().resolve("filler"), new byte[FILLER], CREATE);
            BrumRun up = sandbox.yaml("""
                    services:
                      web:
                        command: "seq 1 500000; touch written; while :; do echo tick; sleep 0.02; done"
                        console: off
                    """).brum("up").start();
            up.awaitText("nothing is stored from here on");
            up.await("the service runs on", () -> exists(sandbox, "written"));

            Files.delete(filler);
            up.awaitText("records are stored again");
            long before = sandbox.journal().lines("web").size();
            up.await("more is stored", () -> sandbox.journal().lines("web").size() > before);

            up.interrupt().hasExitCode(0);
            assertThat(up.stdout())
                    .containsOnlyOnce("nothing is stored from here on")
                    .containsOnlyOnce("records are stored again");
            assertThat(sandbox.journal().gaps())
                    .isNotEmpty()
                    .allSatisfy(gap -> assertThat(gap.reason()).isEqualTo(REASON));
            assertThatEveryNumberIsThere(sandbox);
        }
    }

    @Test
    void itEndsWithAnotherSinkHoweverMuchHappensMeanwhile(Sandbox sandbox) throws IOException, InterruptedException {
        try (SmallDisk disk = SmallDisk.in(sandbox.project().resolve(".brummer"))) {
            Path filler = Files.write(disk.folder().resolve("filler"), new byte[FILLER], CREATE);
            BrumRun up = sandbox.yaml("""
                    services:
                      web:
                        command: "seq 1 500000; touch written; sleep 1000"
                        console: off
                      restless:
                        command: "[ ! -e written ] || echo >>runs; exec sleep 0.02"
                        restart: always
                        backoff: {initial: 1ms, max: 1ms, reset_after: 1ms}
                        console: off
                    sinks:
                      - jsonl: {path: all.jsonl}
                    """).brum("up").start();
            up.awaitText("nothing is stored from here on");
            up.await("much happens", () -> bytes(sandbox, "runs") > MANY_RUNS);
            up.interrupt().hasExitCode(0);
            assertThat(sandbox.project().resolve("all.jsonl")).content().contains(REASON);
            Files.delete(filler);
        }
    }

    private static long bytes(Sandbox sandbox, String file) {
        return sandbox.project().resolve(file).toFile().length();
    }

    private static void assertThatEveryNumberIsThere(Sandbox sandbox) {
        AtomicLong next = new AtomicLong(1);
        sandbox.journal().each(entry -> {
            assertThat(entry.sequence()).isEqualTo(next.get());
            next.addAndGet(switch (entry) {
                case LogBatch batch -> batch.size();
                case Gap gap -> gap.records();
                default -> 1;
            });
        });
        assertThat(next).hasValueGreaterThan(500_000);
    }

    private static boolean exists(Sandbox sandbox, String file) {
        return Files.exists(sandbox.project().resolve(file));
    }
}
