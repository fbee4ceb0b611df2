package dev.brummer.plugins.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.brummer.spi.LogParserFactory;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines that nobody meant well: parsers neither break nor dwell on them. */
class HostileLinesTest {
    private static final int LONG = 16 * 1024;
    private static final Duration ENOUGH = Duration.ofMillis(60);
    private static final long SEED = new Random().nextLong();

    static Stream<String> ids() {
        return Feed.factories().stream().map(LogParserFactory::id);
    }

    /** What looks again at the rest of a line for each of its characters takes five times as long, or for ever. */
    @ParameterizedTest
    @MethodSource("ids")
    void longLinesTakeNoLongerThanTheyAreLong(String id) {
        Feed feed = new Feed(id);
        List<TestingLine> lines = longLines(id, feed.needles());

        assertThat(lines).allSatisfy(line -> assertThat(quickest(feed, line)).isLessThan(ENOUGH));
    }

    /** Processor time: other programs do not matter. Of three attempts, for the first may have to compile. */
    private static Duration quickest(Feed feed, TestingLine line) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3 && least > ENOUGH.toNanos(); attempt++) {
            long start = threads.getCurrentThreadCpuTime();
            feed.parse(line, new ArrayList<>());
            least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
        }
        return Duration.ofNanos(least);
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
        return beginning + filling.repeat((LONG - beginning.length()) / Math.max(1, filling.length()));
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
