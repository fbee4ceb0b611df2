package dev.brummer.insight.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.view.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written about each view, compared with the files beside it. */
class ViewTextsTest {
    @ParameterizedTest
    @CsvSource({
        "breakers, 40", "breakers, 80", "breakers, 120",
        "limits, 40", "limits, 80", "limits, 120",
        "requests, 40", "requests, 80", "requests, 120",
        "messages, 40", "messages, 80", "messages, 120",
        "metrics, 40", "metrics, 80", "metrics, 120",
        "discovery, 40", "discovery, 80", "discovery, 120",
    })
    void aViewIsWrittenAsExpected(String view, int columns) throws IOException {
        assertThat(plain(view, columns)).isEqualTo(expected(view + "-" + columns + ".txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"breakers", "limits", "requests", "messages", "metrics", "discovery"})
    void noLineIsLongerThanTheTerminalAndPaintChangesNoText(String view) {
        for (int columns = 30; columns < 160; columns++) {
            String plain = plain(view, columns);
            var angular = new Page(new Angular(), columns, ZoneOffset.UTC);

            int most = columns;
            assertThat(plain.lines()).allMatch(line -> Cells.width(line) <= most, "within " + columns);
            assertThat(Angular.without(SampleViews.text(view, angular))).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"breakers", "limits", "requests", "messages", "metrics", "discovery"})
    void aViewIsWrittenAsJson(String view) throws IOException {
        assertThat(JsonText.write(SampleViews.fields(view))).isEqualTo(expected(view + ".json"));
    }

    @Test
    void aBreakerIsASentence() {
        assertThat(BreakersText.sentence(SampleViews.breakers().breakers().getFirst(), SampleViews.breakers().at()))
                .isEqualTo("payments breaker in orders is open for 12 s, opened 3 times");
    }

    private static String plain(String view, int columns) {
        return SampleViews.text(view, new Page(Paint.NONE, columns, ZoneOffset.UTC));
    }

    private static String expected(String file) throws IOException {
        try (InputStream in = ViewTextsTest.class.getResourceAsStream("views/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
        }
    }
}
