package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.runtime.history.Start;
import dev.brummer.runtime.history.StartSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StartsTextTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T15:04:05.123456Z");
    private static final List<StartSummary> STARTS = List.of(
            summary("first", Optional.of(BEGIN.plusSeconds(7384)), OptionalInt.of(1), false, 1_234_567, 12),
            summary("second", Optional.of(BEGIN.plusMillis(1500)), OptionalInt.empty(), false, 3, 0),
            summary("third", Optional.empty(), OptionalInt.empty(), true, 0, 0));

    private static StartSummary summary(
            String name, Optional<Instant> end, OptionalInt exit, boolean running, long lines, long errors) {
        return new StartSummary(
                new Start(Path.of("/journal", name), running), Optional.of(BEGIN), end, exit, lines, errors);
    }

    @Test
    void aTableTellsWhatBecameOfEachStart() {
        assertThat(StartsText.table(STARTS, ZoneOffset.UTC, BEGIN.plusSeconds(60))).isEqualTo("""
                START   BEGAN                LASTED   EXIT         LINES  ERRORS
                first   2026-11-22 15:04:05  2h3m4s   1        1,234,567      12
                second  2026-11-22 15:04:05  1s500ms  killed           3       0
                third   2026-11-22 15:04:05  1m       running          0       0
                """);
    }

    @Test
    void jsonLeavesOpenWhatIsNotKnown() {
        assertThat(StartsText.json(STARTS))
                .contains("\"exit\" : 1,")
                .contains("\"end\" : null")
                .contains("\"begin\" : \"2026-11-22T15:04:05.123456Z\"")
                .contains("\"running\" : true");
    }
}
