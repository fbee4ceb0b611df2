package dev.brummer.plugins.console;

import static dev.brummer.plugins.console.TestingScreen.AUTH;
import static dev.brummer.plugins.console.TestingScreen.ORDERS;
import static dev.brummer.plugins.console.TestingScreen.TIME;
import static dev.brummer.plugins.console.TestingScreen.change;
import static dev.brummer.plugins.console.TestingScreen.later;
import static dev.brummer.plugins.console.TestingScreen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.SinkContext.Show;
import dev.brummer.spi.SinkContext.Shown;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines that say the same again. */
class FoldTest {
    private final TestingScreen screen = new TestingScreen();

    private static LogBatch again(String line, int times) {
        String[] all = new String[times];
        Arrays.fill(all, line);
        return lines(AUTH, all);
    }

    private static LogBatch later(long millis, String line) {
        return TestingScreen.later(millis, AUTH, 1, StreamName.STDOUT, line);
    }

    private String drawn(JournalEntry... entries) throws IOException {
        return screen.drawn(entries);
    }

    private void pass(long millis) {
        screen.now = TIME.plusMillis(millis);
    }

    @Test
    void theFirstIsShownAtOnceAndTheirNumberWhenSomethingElseComes() throws IOException {
        assertThat(drawn(again("refused", 41))).isEqualTo("auth     | refused\n");
        screen.frames.clear();
        assertThat(drawn(again("refused", 41), lines(ORDERS, "hello"))).isEqualTo("""
                auth     | refused
                auth     | ×41
                orders   | hello
                """);
    }

    @Test
    void theyMayComeInManyBatchesAndTheNumberIsOfAll() throws IOException {
        assertThat(drawn(again("refused", 3), later(100, "refused"), later(999, "refused"), later(1100, "other")))
                .isEqualTo("""
                        auth     | refused
                        auth     | ×5
                        auth     | other
                        """);
    }

    @Test
    void theyAreToldWhereOthersAreReadIntoTheSamePlace() throws IOException {
        OutputSink sink = screen.sink();
        assertThat(sink.keepsEntries()).isFalse();
        for (int i = 0; i < 3; i++) {
            LogBatch batch = again("refused", 2);
            sink.accept(List.of(batch));
            Arrays.fill(batch.bytes(), (byte) '?');
        }
        sink.close();

        assertThat(String.join("", screen.frames)).isEqualTo("""
                auth     | refused
                auth     | ×6
                """);
    }

    @Test
    void aLineThatComesTwiceIsShownTwice() throws IOException {
        assertThat(drawn(again("twice", 2), lines(ORDERS, "hello"))).isEqualTo("""
                auth     | twice
                auth     | twice
                orders   | hello
                """);
    }

    @Test
    void aStateChangeEndsTheRowToo() throws IOException {
        assertThat(drawn(
                        again("refused", 7),
                        change(AUTH, ServiceState.STARTING, ServiceState.FAILED, "exited with 1", 20),
                        again("refused", 1)))
                .isEqualTo("""
                        auth     | refused
                        auth     | ×7
                        auth     > failed after 20 ms: exited with 1
                        auth     | refused
                        """);
    }

    @Test
    void otherStreamsAndOtherRunsAreSomethingElse() throws IOException {
        assertThat(drawn(
                        TestingScreen.later(0, AUTH, 1, StreamName.STDOUT, "x"),
                        TestingScreen.later(1, AUTH, 1, StreamName.STDERR, "x"),
                        TestingScreen.later(2, AUTH, 2, StreamName.STDERR, "x"),
                        TestingScreen.later(3, ORDERS, 2, StreamName.STDERR, "x")))
                .isEqualTo("auth     | x\nauth     | x\nauth     | x\norders   | x\n");
    }

    @Test
    void whatIsNotShownDoesNotEndARow() throws IOException {
        screen.shown.add(new Shown(ORDERS, "", Show.OFF));
        assertThat(drawn(again("refused", 2), lines(ORDERS, "hidden"), again("refused", 2), lines(AUTH, "other")))
                .isEqualTo("""
                        auth     | refused
                        auth     | ×4
                        auth     | other
                        """);
    }

    @Test
    void aSecondOfQuietTellsTheNumberAndTheNextLineIsShownAgain() throws IOException {
        OutputSink sink = screen.sink();
        sink.accept(List.of(again("refused", 5)));
        pass(999);
        sink.flush();
        assertThat(screen.frames).containsExactly("auth     | refused\n");
        pass(1000);
        sink.flush();
        sink.accept(List.of(later(1001, "refused")));
        assertThat(screen.frames).containsExactly("auth     | refused\n", "auth     | ×5\n", "auth     | refused\n");
    }

    @Test
    void whatComesEveryOtherSecondIsShownEachTime() throws IOException {
        assertThat(drawn(later(0, "beat"), later(2000, "beat"), later(4000, "beat")))
                .isEqualTo("auth     | beat\n".repeat(3));
    }

    @Test
    void whoNeverStopsIsHeardOfEveryTenSeconds() throws IOException {
        OutputSink sink = screen.sink();
        for (int i = 0; i <= 250; i++) {
            sink.accept(List.of(later(i * 100L, "refused")));
        }
        assertThat(screen.frames).containsExactly("auth     | refused\n", "auth     | ×101\n", "auth     | ×201\n");
    }

    @Test
    void theEndTellsWhatIsLeft() throws IOException {
        OutputSink sink = screen.sink();
        sink.accept(List.of(again("refused", 5)));
        sink.flush();
        sink.close();
        assertThat(screen.frames).containsExactly("auth     | refused\n", "auth     | ×5\n");
    }

    @Test
    void theTimeColumnSaysWhenTheLastOneCame() throws IOException {
        OutputSink sink = screen.sink(Map.of("timestamps", true));
        sink.accept(List.of(later(0, "x"), later(500, "x"), later(900, "x"), later(901, "y")));
        assertThat(screen.frames.getFirst().lines().map(line -> line.substring(5)))
                .containsExactly(":05.123 auth     | x", ":06.023 auth     | ×3", ":06.024 auth     | y");
    }

    @Test
    void theMarkStaysAndTheNumberIsFaint() throws IOException {
        screen.colour = true;
        assertThat(drawn(again("[error] x", 3), lines(AUTH, "y"))).isEqualTo("""
                ␛[38;5;28mauth     ␛[1;38;5;160mE␛[m [error] x
                ␛[38;5;28mauth     ␛[1;38;5;160mE␛[m ␛[2m×3␛[m
                ␛[38;5;28mauth     |␛[m y
                """);
    }

    @Test
    void piecesOfALongLineAreNeverTheSameAgain() throws IOException {
        byte[] piece = "piece".getBytes(StandardCharsets.UTF_8);
        LogBatch batch = TestingScreen.batch(AUTH, piece, new int[] {0, 5}, true);
        assertThat(drawn(batch, batch, batch)).isEqualTo("auth     | piece…\n".repeat(3));
    }

    @Test
    void emptyLinesStay() throws IOException {
        assertThat(drawn(again("", 3))).isEqualTo("auth     | \n".repeat(3));
    }

    @Test
    void inAPipeEveryLineIsShown() throws IOException {
        screen.interactive = false;
        assertThat(drawn(again("refused", 5))).isEqualTo("auth     | refused\n".repeat(5));
    }
}
