package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Call;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.Sandbox;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Four services write at full speed, and nobody reads what Brummer shows before all of them have written all. */
@EndToEnd
class UnreadConsoleIT {
    private static final int LINES = 200_000;
    private static final List<String> SERVICES = List.of("s1", "s2", "s3", "s4");
    private static final Pattern SKIPPED =
            Pattern.compile("brum > … ([\\d,]+) lines? skipped here; `brum logs` has them all");

    private static Ended readOnceAllHaveWritten(Sandbox sandbox, Call call) {
        StringBuilder yaml = new StringBuilder("services:\n");
        SERVICES.forEach(service -> yaml.append("  %1$s: {type: task, command: 'seq %2$d; touch %1$s.done'}%n"
                .formatted(service, LINES)));
        sandbox.yaml(yaml.toString());
        BrumRun up = call.start();
        up.await("all have written, whom the console does not slow down", () -> SERVICES.stream()
                .allMatch(service -> sandbox.project().resolve(service + ".done").toFile().exists()));
        sandbox.write("go", "");
        return up.awaitEnd().hasExitCode(0);
    }

    private static void assertThatAllIsStored(Sandbox sandbox) {
        for (String service : SERVICES) {
            assertThat(sandbox.journal().lines(service)).isEqualTo(numbers());
        }
        assertThat(sandbox.journal().gaps()).isEmpty();
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, LINES).mapToObj(Integer::toString).toList();
    }

    private static List<String> shown(Ended ended, String service) {
        String margin = service + "   | ";
        return ended.lines().stream()
                .filter(line -> line.startsWith(margin))
                .map(line -> line.substring(margin.length()).strip())
                .toList();
    }

    @Test
    void aPipeGetsEverythingLater(Sandbox sandbox) {
        Ended ended = readOnceAllHaveWritten(sandbox, sandbox.brum("up").intoPipeReadFrom("go"));

        for (String service : SERVICES) {
            assertThat(shown(ended, service)).isEqualTo(numbers());
        }
        assertThatAllIsStored(sandbox);
    }

    @Test
    void aTerminalSkipsWhatNobodyCouldReadAndSaysHowMuch(Sandbox sandbox) {
        Call onTerminal = sandbox.brum("--color", "never", "up", "--no-prompt").onTerminalReadFrom(100, "go");
        Ended ended = readOnceAllHaveWritten(sandbox, onTerminal);

        long skipped = ended.lines().stream()
                .map(SKIPPED::matcher)
                .filter(found -> found.find())
                .mapToLong(found -> Long.parseLong(found.group(1).replace(",", "")))
                .sum();
        long shown = SERVICES.stream().mapToLong(service -> shown(ended, service).size()).sum();
        assertThat(skipped).isPositive();
        assertThat(skipped + shown).isEqualTo((long) LINES * SERVICES.size());
        assertThat(ended.stdout()).contains(stateLines());
        assertThatAllIsStored(sandbox);
    }

    private static List<String> stateLines() {
        return SERVICES.stream()
                .flatMap(service -> Stream.of(service + "   > starting", service + "   > completed"))
                .toList();
    }
}
