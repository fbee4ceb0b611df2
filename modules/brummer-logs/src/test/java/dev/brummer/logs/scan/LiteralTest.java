package dev.brummer.logs.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.spi.text.FrameBuffer;
import dev.brummer.spi.text.LineFilter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTest {
    // Among them what escape sequences are made of.
    private static final List<String> LETTERS =
            List.of("a", "b", "m", "B", "[", "]", "1", ";", "\\", " ", "(", "?", "~", "@", "£", "漛", "\u06c2");
    private static final List<String> HIDDEN = List.of(
            "\u001b[31m", "\u001b[m", "\u001b[1;2K", "\u001b[", "\u001b[1", "\u001b", "\u001b]8;;ab\u001b\\",
            "\u001b]a\u0007", "\u001b]", "\u001b(B", "\u001b(", "\u001bc", "\u001b7", "\u009b1m", "\u009b1", "\u009b",
            "\u009da\u009c", "\u009d", "\u0085", "\u0000", "\u007f", "\r");

    static List<Long> seeds() {
        return new Random().longs(40).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isFoundWhereANaiveSearchFindsIt(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = some(random, random.nextInt(60)).getBytes(ISO_8859_1);
            String wanted = some(random, 1 + random.nextInt(3));
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            String text = lower(new String(bytes, 0, to, ISO_8859_1));
            var literal = Literal.of(wanted);
            assertThat(List.of(literal, literal.tuned(bytes, from, to)))
                    .as("<%s> in <%s>[%d, %d)", wanted, text, from, to)
                    .allMatch(each -> each.indexIn(bytes, from, to) == text.indexOf(lower(wanted), from));
        }
    }

    private static String some(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("aAbB-[{1 ".charAt(random.nextInt(9)));
        }
        return text.toString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingHiddenBetweenItsLettersHidesIt(long seed) {
        var random = new Random(seed);
        int interrupted = 0;
        for (int i = 0; i < 5000; i++) {
            String wanted = pick(LETTERS, 1 + random.nextInt(4), random);
            var line = new StringBuilder(pick(LETTERS, random.nextInt(3), random));
            for (int letter = 0; letter < wanted.length(); letter++) {
                line.append(wanted.charAt(letter)).append(pick(HIDDEN, random.nextInt(3), random));
            }
            line.append(pick(LETTERS, random.nextInt(3), random)).append('\n');
            byte[] bytes = line.toString().getBytes(UTF_8);
            // What is hidden may take letters with it; then there is nothing to be found.
            if (visible(bytes).contains(wanted)) {
                interrupted++;
                var literal = Literal.of(wanted);
                byte[] like = pick(LETTERS, 100, random).getBytes(UTF_8);
                assertThat(List.of(literal, literal.tuned(like, 0, like.length)))
                        .as("<%s> in <%s>", wanted, line)
                        .allMatch(each -> each.mayStandIn(bytes, 0, bytes.length) >= 0);
            }
        }
        assertThat(interrupted).isGreaterThan(1000);
    }

    private static String pick(List<String> from, int count, Random random) {
        var picked = new StringBuilder();
        for (int i = 0; i < count; i++) {
            picked.append(from.get(random.nextInt(from.size())));
        }
        return picked.toString();
    }

    private static String visible(byte[] line) {
        var text = new FrameBuffer(16);
        new LineFilter(LineFilter.Keep.TEXT).add(line, 0, line.length, text);
        return new String(text.array(), 0, text.size(), UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "error, \u001b[32mINFO\u001b[0m all well",
        "information, \u001b[32mINFO\u001b[39m: started",
        "warning, \u001b[33mWARN\u001b[39m: slow",
        "myerror, \u001b[32merror\u001b[39m: failed",
        "error, terror err or",
        "abc, 'ab\nc'",
        "abc, 'a\tbc'",
    })
    void coloursAloneAreNoReasonToLookCloser(String wanted, String line) {
        byte[] bytes = (" " + line + " ").getBytes(UTF_8);
        int found = Literal.of(wanted).mayStandIn(bytes, 0, bytes.length);
        assertThat(found >= 0).isEqualTo(line.contains(wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"con|nection", "connectio|n", "c|onnection", "connec|t|ion", "conn\u001b[3|1mection"})
    void whatIsCutIsFoundOnOneSideOfTheCut(String cut) {
        var literal = Literal.of("connection");
        assertThat(cut.split("\\|")).anySatisfy(piece -> {
            byte[] bytes = piece.getBytes(UTF_8);
            assertThat(literal.mayStandIn(bytes, 0, bytes.length)).isNotNegative();
        });
    }

    @Test
    void nothingCannotBeLookedFor() {
        assertThatThrownBy(() -> Literal.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
