package dev.brummer.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class HaltedLinesTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T15:04:05Z");

    private final HaltedLines halted = new HaltedLines();

    private static LogBatch unfinished(Instant begin, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        InstanceId web = InstanceId.only(new ServiceId("web"));
        int[] spans = {0, bytes.length};
        return new LogBatch(1, begin, web, 1, StreamName.STDOUT, bytes, spans, false, (_, _, _) -> null);
    }

    private static LogBatch unfinished(String text) {
        return unfinished(BEGIN, text);
    }

    /** Looks once a second, and gives what was said with its second. */
    private List<String> look(int seconds, IntFunction<List<LogBatch>> at) {
        List<String> said = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            int now = second;
            halted.look(at.apply(second), Duration.ofSeconds(second)).forEach(line -> said.add(now + ": " + line));
        }
        return said;
    }

    @Test
    void aLineThatStopsIsSaidOnce() {
        assertThat(look(60, _ -> List.of(unfinished("\u001b[1mProceed?\u001b[0m (y) "))))
                .containsExactly("5: web has stopped in the middle of a line, for 5 s: Proceed? (y)");
    }

    @Test
    void oneThatGrowsIsNotSaid() {
        assertThat(look(60, second -> List.of(unfinished(".".repeat(1 + second / 2)))))
                .isEmpty();
    }

    @Test
    void oneThatStopsAgainAndAgainIsSaidOnce() {
        assertThat(look(60, second -> List.of(unfinished(".".repeat(1 + second / 10)))))
                .hasSize(1);
    }

    @Test
    void theNextLineIsSaidAgain() {
        assertThat(look(20, second -> List.of(unfinished(BEGIN.plusSeconds(second / 10), "again?"))))
                .extracting(said -> said.substring(0, said.indexOf(':')))
                .containsExactly("5", "15");
    }

    @Test
    void whatIsNotToBeSeenIsNotSaid() {
        assertThat(look(20, _ -> List.of(unfinished("\u001b[2K  ")))).isEmpty();
    }

    @Test
    void ofALongOneTheEndIsSaid() {
        assertThat(look(6, _ -> List.of(unfinished("x".repeat(900) + " Proceed?"))))
                .singleElement()
                .satisfies(said -> assertThat(said).hasSizeLessThan(300).contains(": …xx").endsWith("x Proceed?"));
    }

    @Test
    void whatATerminalWouldActOnIsNoPartOfIt() {
        assertThat(look(6, _ -> List.of(unfinished("a\u202eb\tc"))))
                .containsExactly("5: web has stopped in the middle of a line, for 5 s: a\ufffdb c");
    }
}
