package dev.brummer.plugins.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.brummer.spi.LogParserFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines that nobody meant well: parsers neither break nor dwell on them. */
class HostileLinesTest {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final long SEED = new Random().nextLong();

    static Stream<String> ids() {
        return Feed.factories().stream().map(LogParserFactory::id);
    }

    /** A pattern that backtracks over 64 KiB takes minutes; one that goes over them a few times takes milliseconds. */
    @ParameterizedTest
    @MethodSource("ids")
    void longLinesTakeNoLongerThanTheyAreLong(String id) {
        Feed feed = new Feed(id);
        List<TestingLine> lines = longLines(id, feed.needles());
        lines.forEach(line -> feed.parse(line, new ArrayList<>()));

        long start = System.nanoTime();
        lines.forEach(line -> feed.parse(line, new ArrayList<>()));
        Duration each = Duration.ofNanos(System.nanoTime() - start).dividedBy(lines.size());

        assertThat(each).as("time for one of %d lines", lines.size()).isLessThan(Duration.ofMillis(100));
    }

    private static List<TestingLine> longLines(String id, List<String> needles) {
        List<TestingLine> lines = new ArrayList<>();
        for (String needle : needles) {
            for (String filling : List.of("a", "a ", "1", "1.", "[", "{", "\"", "\\", ": ", "/", " - ", "'x", needle)) {
                lines.add(TestingLine.of(filled(needle, filling)));
                lines.add(TestingLine.of("{\"msg\":\"" + filled(needle, filling) + "\"}"));
            }
        }
        for (LabelledLines.Labelled each : LabelledLines.of(id)) {
            String text = each.line().text();
            lines.add(TestingLine.of(filled(text, text.substring(text.length() / 2))));
        }
        return lines;
    }

    private static String filled(String beginning, String filling) {
        return beginning + filling.repeat((LONGEST_LINE - beginning.length()) / Math.max(1, filling.length()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void changedLinesBreakNothing(String id) {
        Random random = new Random(SEED);
        Feed feed = new Feed(id);
        List<LabelledLines.Labelled> lines = LabelledLines.of(id);

        for (int i = 0; i < 5000; i++) {
            String text = changed(lines.get(random.nextInt(lines.size())).line().text(), random);
            assertThatCode(() -> feed.parse(TestingLine.of(text), new ArrayList<>()))
                    .as("seed %d: %s", SEED, text)
                    .doesNotThrowAnyException();
        }
    }

    /** Cut off somewhere, and with a few characters replaced, taken out or doubled. */
    private static String changed(String text, Random random) {
        StringBuilder line = new StringBuilder(text);
        line.setLength(random.nextInt(3) == 0 ? random.nextInt(text.length() + 1) : text.length());
        for (int i = random.nextInt(4); i > 0 && !line.isEmpty(); i--) {
            int at = random.nextInt(line.length());
            switch (random.nextInt(3)) {
                case 0 -> line.setCharAt(at, "\"'[]{}():,/\\ -0a".charAt(random.nextInt(16)));
                case 1 -> line.deleteCharAt(at);
                default -> line.insert(at, line.charAt(at));
            }
        }
        return line.toString();
    }
}
