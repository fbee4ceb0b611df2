package dev.brummer.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever services write, and however they end: nothing of it is lost, and memory stays bounded. */
@EndToEnd
class HostileLogsIT {
    private static final long MOST_MEMORY = 250L << 20;

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    @Test
    void theTailOfACrashIsKept(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web: {command: "seq 1 20000; printf 'last words'; kill -ABRT $$$$"}
                """).up();

        up.awaitEnd().hasExitCode(1);

        List<String> lines = up.events().lines("web");
        assertThat(lines).hasSize(20_001).endsWith("last words");
        assertThat(lines.subList(0, 20_000)).isEqualTo(numbers(20_000));
        assertThat(sandbox.journal().lines("web")).isEqualTo(lines);
    }

    @Test
    void aLineOfAHundredMegabytesIsKeptInPieces(Sandbox sandbox) {
        long length = 100_000_000;
        BrumRun up = sandbox.yaml("""
                services:
                  web:
                    command: "head -c %d /dev/zero | tr '\\\\0' x; echo; echo said; exec sleep 1000"
                    readiness: {log: ^said$}
                    console: off
                """.formatted(length)).brum("up").start().awaitText("ready in");
        long memory = up.peakMemory();

        up.interrupt().hasExitCode(0);

        AtomicLong pieces = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        sandbox.journal().eachLine("web", (text, offset, size, goesOn) -> {
            if (text[offset] == 'x') {
                pieces.incrementAndGet();
                assertThat(goesOn).isEqualTo(bytes.addAndGet(size) < length);
                assertThat(size).isLessThanOrEqualTo(64 << 10);
            }
        });
        assertThat(bytes).hasValue(length);
        assertThat(pieces).hasValue(length / (64 << 10) + 1);
        assertThat(memory).isLessThan(MOST_MEMORY);
    }

    @Test
    void binaryJunkIsKeptByteByByte(Sandbox sandbox) throws IOException {
        sandbox.yaml("""
                services:
                  web: {type: task, command: "tr -d '\\\\r\\\\n' </dev/urandom | head -c 300000 | tee junk"}
                """).brum("up").run().hasExitCode(0);

        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        sandbox.journal().eachLine("web", (bytes, offset, length, _) -> kept.write(bytes, offset, length));

        assertThat(kept.toByteArray()).isEqualTo(Files.readAllBytes(sandbox.project().resolve("junk")));
    }

    @Test
    void aProgressBarIsOneLineInItsLastState(Sandbox sandbox) {
        sandbox.yaml("""
                services:
                  web:
                    type: task
                    command: "for i in 1 2 3 4 5; do printf '\\\\r%s0%%' $$i; sleep 0.02; done; echo; echo done"
                """).brum("up").run().hasExitCode(0);

        assertThat(sandbox.journal().lines("web")).containsExactly("50%", "done");
    }

    @Test
    void twoHundredServicesThatWriteALittleAreAllHeard(Sandbox sandbox) {
        StringBuilder services = new StringBuilder("services:\n");
        for (int i = 1; i <= 200; i++) {
            services.append("  s%1$d: {type: task, command: \"echo out of %1$d; echo err of %1$d >&2\", console: off}%n"
                    .formatted(i));
        }
        sandbox.yaml(services.toString()).brum("up").run().hasExitCode(0);

        for (int i = 1; i <= 200; i++) {
            assertThat(sandbox.journal().lines("s" + i)).containsExactlyInAnyOrder("out of " + i, "err of " + i);
        }
    }

    @Test
    void aGigabyteInOneGoIsKept(Sandbox sandbox) {
        String line = "a line of sixty-four bytes, one of very many, all of them alike";
        long lines = 1_000_000_000L / (line.length() + 1);
        BrumRun up = sandbox.yaml("""
                services:
                  web:
                    command: "yes '%s' | head -n %d; echo said; exec sleep 1000"
                    readiness: {log: ^said$}
                    console: off
                """.formatted(line, lines)).brum("up").start().awaitText("ready in");
        long memory = up.peakMemory();

        up.interrupt().hasExitCode(0);

        AtomicLong kept = new AtomicLong();
        byte[] expected = line.getBytes(US_ASCII);
        sandbox.journal().eachLine("web", (bytes, offset, length, _) -> {
            boolean same = Arrays.equals(bytes, offset, offset + length, expected, 0, expected.length);
            kept.addAndGet(same ? 1 : 0);
        });
        assertThat(kept).hasValue(lines);
        assertThat(memory).isLessThan(MOST_MEMORY);
    }

    @Test
    void aKillWhileItWritesLeavesAJournalThatOpens(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web: {command: "seq 1 100000000", console: off}
                """).brum("up").start();
        up.await("much is stored", () -> sandbox.journal().size() > 40_000_000);

        up.signal("KILL").awaitEnd();

        sandbox.awaitNothingLeft();
        AtomicLong last = new AtomicLong();
        sandbox.journal().eachLine("web", (bytes, offset, length, _) -> {
            String expected = Long.toString(last.incrementAndGet());
            String kept = new String(bytes, offset, length, US_ASCII);
            if (!kept.equals(expected)) {
                throw new AssertionError("'" + kept + "' instead of '" + expected + "'");
            }
        });
        assertThat(last).hasValueGreaterThan(1_000_000);
        assertThat(sandbox.journal().gaps()).isEmpty();
    }
}
