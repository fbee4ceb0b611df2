package dev.brummer.insight.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.query.Joiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The logs in {@code traces/} say of each line whether it begins a unit ({@code |}) or joins the line before ({@code
 * +}). {@code ␛} stands for an escape character, {@code ⇥} for a tab.
 */
class TraceJoinerTest {
    static Stream<Path> logs() throws IOException {
        return Files.list(Path.of("src/test/resources/traces")).sorted();
    }

    @Test
    void thereAreLogsOfEveryLanguage() throws IOException {
        assertThat(logs().map(path -> path.getFileName().toString()))
                .contains("java.txt", "node.txt", "python.txt", "go.txt", "prefixes.txt", "none.txt");
    }

    @ParameterizedTest
    @MethodSource("logs")
    void joinsWhatBelongsTogether(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);

        assertThat(marked(lines)).isEqualTo(String.join("\n", lines));
    }

    private static String marked(List<String> lines) {
        Joiner joiner = TraceJoiner.MAKER.make();
        return lines.stream()
                .map(line -> line.substring(1))
                .map(line -> (joins(joiner, written(line)) ? "+" : "|") + line)
                .collect(joining("\n"));
    }

    private static String written(String line) {
        return line.replace('␛', '\u001b').replace('⇥', '\t');
    }

    private static boolean joins(Joiner joiner, String line) {
        byte[] bytes = ("  at x(y:1)" + line + ")").getBytes(UTF_8);
        return joiner.joins(bytes, 11, bytes.length - 12);
    }

    @Test
    void theFirstLineOfAllBelongsToNone() {
        assertThat(joins(new TraceJoiner(), "\tat a.B.c(B.java:1)")).isFalse();
    }

    @Test
    void whatNeverEndsComesInParts() {
        Joiner joiner = new TraceJoiner();
        joins(joiner, "java.lang.StackOverflowError");
        int units = 1;
        for (int i = 0; i < 25_000; i++) {
            units += joins(joiner, "\tat a.B.c(B.java:1)") ? 0 : 1;
        }
        assertThat(units).isEqualTo(3);
    }

    @Test
    void whatIsHugeComesInParts() {
        Joiner joiner = new TraceJoiner();
        joins(joiner, "java.lang.Error: x");
        String frame = "\tat a.B." + "c".repeat(64 << 10) + "(B.java:1)";
        int units = 1;
        for (int i = 0; i < 32; i++) {
            units += joins(joiner, frame) ? 0 : 1;
        }
        assertThat(units).isBetween(2, 4);
    }
}
