package dev.brummer.runtime.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.level.LevelFinder;
import dev.brummer.insight.name.Attribution;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProbableMarkTest {
    private static final Instant TIME = Instant.parse("2026-11-22T15:04:05Z");
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));
    private static final ServiceId AUTH = new ServiceId("auth");

    /** Two lines, 7 and 8, of which the second is a piece of a longer one. */
    private static final LogBatch LINES = new LogBatch(
            7,
            TIME,
            WEB,
            2,
            StreamName.STDERR,
            "x ERROR a\nb".getBytes(UTF_8),
            new int[] {2, 7, 10, 1},
            true,
            new LevelFinder());

    private static Attribution attribution() {
        NameBook names = new NameBook(Map.of(WEB.service(), Set.of(), AUTH, Set.of()));
        return new Attribution(() -> names);
    }

    private static ProbableMark mark(long unit) {
        return new ProbableMark(Set.of(unit), attribution());
    }

    @Test
    void theFirstLineOfAUnitIsMarkedAndIsOtherwiseAsItWas() {
        List<LogBatch> marked = mark(7).on(LINES);

        assertThat(marked).extracting(batch -> batch.text(0)).containsExactly("~ ERROR a", "b");
        LogBatch first = marked.getFirst();
        assertThat(first.level(0)).isEqualTo(Level.ERROR);
        assertThat(List.of(first.time(), first.instance(), first.run(), first.stream(), first.sequence()))
                .isEqualTo(List.of(TIME, WEB, 2, StreamName.STDERR, 7L));
        assertThat(first.continues(0)).isFalse();
        assertThat(marked.getLast().continues(0)).isTrue();
        assertThat(marked.getLast().sequence()).isEqualTo(8);
    }

    @Test
    void aPieceThatGoesOnDoesSoWithItsMark() {
        LogBatch piece = LINES.lines(1, 2);

        assertThat(mark(8).on(piece)).singleElement().satisfies(marked -> {
            assertThat(marked.text(0)).isEqualTo("~ b");
            assertThat(marked.continues(0)).isTrue();
            assertThat(marked.level(0)).isNull();
        });
    }

    @Test
    void theMarkStandsBehindWhatSaysWhoseTheLineIs() {
        byte[] bytes = "auth-1  | WARN slow".getBytes(UTF_8);
        int[] whole = {0, bytes.length};
        var line = new LogBatch(7, TIME, WEB, 1, StreamName.STDOUT, bytes, whole, false, new LevelFinder());

        assertThat(mark(7).on(line)).singleElement().satisfies(marked -> {
            assertThat(marked.text(0)).isEqualTo("auth-1  | ~ WARN slow");
            assertThat(marked.level(0)).isEqualTo(Level.WARN);
            assertThat(attribution().of(marked).service(0)).isEqualTo(AUTH);
        });
    }

    @Test
    void whatIsCertainIsLeftAlone() {
        assertThat(ProbableMark.of(BoundQuery.ALL, attribution()).on(LINES)).containsExactly(LINES);
        assertThat(mark(8).on(LINES)).containsExactly(LINES);
    }
}
