package dev.brummer.spi.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import dev.brummer.spi.text.LineFilter.Keep;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineFilterTest {
    private static final String RED = "\u001b[31m";
    private static final String RESET = "\u001b[0m";

    @Test
    void textPassesAsItIs() {
        String text = "plain ASCII, then tabs\tand ümläuts, 漢字 and 🐝 ~";
        assertThat(colours(text)).isEqualTo(text);
        assertThat(text(text)).isEqualTo(text);
    }

    @Test
    void ofABatchThatIsSaidToBePlainEverythingPassesWithoutALook() {
        byte[] bytes = ("a plain\tline" + RED + "red").getBytes(UTF_8);
        int[] spans = {0, 12, 12, 8};
        InstanceId web = InstanceId.only(new ServiceId("web"));
        LogBatch batch = new LogBatch(1, Instant.EPOCH, web, 1, StreamName.STDOUT, bytes, spans, false, (_, _, _) -> null);

        assertThat(text(batch, 0, 2)).isEqualTo("plain\tline");
        assertThat(text(batch, 1, 0)).isEqualTo("red");
        assertThat(text(batch.plain(), 0, 2)).isEqualTo("plain\tline");
        assertThat(text(batch.plain(), 1, 0)).isEqualTo(RED + "red");
        LineFilter filter = new LineFilter(Keep.TEXT);
        assertThat(filter.isPlain(batch, 1)).isFalse();
        assertThat(filter.isPlain(batch.plain(), 1)).isTrue();
    }

    private static String text(LogBatch batch, int line, int skipped) {
        FrameBuffer to = new FrameBuffer(16);
        new LineFilter(Keep.TEXT).add(batch, line, skipped, to);
        return new String(to.array(), 0, to.size(), UTF_8);
    }

    @Test
    void coloursPassWhereTheyAreAskedFor() {
        assertThat(colours(RED + "red" + RESET + " plain")).isEqualTo(RED + "red" + RESET + " plain");
        assertThat(text(RED + "red" + RESET + " plain")).isEqualTo("red plain");
        assertThat(colours("\u001b[38;5;0m\u001b[1;4:3mx\u001b[m")).isEqualTo("\u001b[38;5;0m\u001b[1;4:3mx\u001b[m");
    }

    @Test
    void aColourBegunWithOneCharacterBecomesTheUsualForm() {
        assertThat(colours("\u009b31mred\u009b0m")).isEqualTo(RED + "red" + RESET);
    }

    @Test
    void coloursLeftOpenAreResetAtTheEndOfTheLine() {
        assertThat(colours(RED + "red")).isEqualTo(RED + "red" + RESET);
        assertThat(colours("\u001b[0;31mred")).isEqualTo("\u001b[0;31mred" + RESET);
        assertThat(colours("\u001b[38;5;0mblack")).isEqualTo("\u001b[38;5;0mblack" + RESET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u001b[2Jb", "a\u001b[Hb", "a\u001b[10;20Hb", "a\u001b[?25lb", "a\u001b[?1049hb", "a\u001b[Kb",
                "a\u001b[>4;1mb", "a\u001b[?1mb", "a\u001b[1 mb", "a\u001bcb", "a\u001b(0b", "a\u001b7b", "a\u001bMb",
                "a\u001b]0;title\u0007b", "a\u001b]8;;http://x\u001b\\b", "a\u001bPq#0\u001b\\b", "a\u001b_x\u001b\\b",
                "a\u001b]0;title\u009cb", "a\u009b2Jb", "a\u009d0;title\u0007b", "a\u0085b", "a\bb", "a\u0007b",
                "a\u0000b", "a\u007fb", "a\rb", "a\u000bb", "a\u000eb", "ab\u001b", "ab\u001b[", "ab\u001b[12;",
                "ab\u001b(", "a\u001b\u001b[2Jb", "a\u001b[\u001b[2Jb", "a\u009b\u001b[Kb"
            })
    void nothingElsePasses(String hostile) {
        assertThat(colours(hostile)).isEqualTo("ab");
        assertThat(text(hostile)).isEqualTo("ab");
    }

    @Test
    void aStringThatDoesNotEndHidesNothing() {
        assertThat(text("a\u001b]0;the rest of the line")).isEqualTo("a0;the rest of the line");
    }

    @Test
    void controlCharactersStayWhereTheyAreAskedForButNoEscapeSequence() {
        assertThat(filtered("a\u0000\u0007b\u001b[31mc\u001b[2J\u009b1md\u0085", Keep.CONTROLS))
                .isEqualTo("a\u0000\u0007bcd\u0085");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[G", "\u001b[0G", "\u001b[1G", "\u001b[01G", "\u009b1G", "\u001b[2K\u001b[1G",
            "\u001b[1A\u001b[2K\u001b[G"})
    void whatIsSaidAtTheFirstColumnTakesThePlaceOfWhatStoodThere(String back) {
        assertThat(text("- wait" + back + "\\ wait" + back + "done")).isEqualTo("done");
        assertThat(colours(RED + "-" + RESET + " wait" + back + RED + "done")).isEqualTo(RED + "done" + RESET);
        assertThat(colours(RED + "- wait" + back + "ä")).isEqualTo("ä");
        assertThat(filtered("a" + back + "\u0007", Keep.CONTROLS)).isEqualTo("\u0007");
        assertThat(text(back + "first")).isEqualTo("first");
    }

    @Test
    void whereNothingIsSaidThereTheLineStays() {
        assertThat(text("done\u001b[1G")).isEqualTo("done");
        assertThat(colours(RED + "done\u001b[1G" + RED + "\u001b[G")).isEqualTo(RED + "done" + RED + RESET);
        assertThat(colours(RED + "done\u001b[1G\u001b[?25h")).isEqualTo(RED + "done" + RESET);
        assertThat(text("a\u001b[2Gb")).isEqualTo("ab");
        assertThat(text("a\u001b[10Gb")).isEqualTo("ab");
        assertThat(text("a\u001b[1;1Gb")).isEqualTo("ab");
    }

    @Test
    void whatStandsBeforeTheLineStaysWhereverItGoesBack() {
        byte[] line = "xold\u001b[1Gnew".getBytes(UTF_8);
        FrameBuffer to = new FrameBuffer(1).add("auth | ");
        new LineFilter(Keep.COLOURS).add(line, 1, line.length - 1, to);
        assertThat(new String(to.array(), 0, to.size(), UTF_8)).isEqualTo("auth | new");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLastThatWasSaidIsWhatStays(long seed) {
        var random = new Random(seed);
        String[] backs = {"\u001b[G", "\u001b[1G", "\u001b[2K\u001b[1G", "\u009b0G"};
        String[] parts = {"", "a", "plain text of some length", "ü", "漢", "\t", RED, RESET, "\u001b[K", "\u001b[2G", "\u0001"};
        for (int i = 0; i < 500; i++) {
            var line = new StringBuilder();
            String expected = "";
            for (int j = random.nextInt(5); j >= 0; j--) {
                var said = new StringBuilder();
                for (int k = random.nextInt(4); k > 0; k--) {
                    said.append(parts[random.nextInt(parts.length)]);
                }
                line.append(said);
                String seen = text(said.toString());
                expected = seen.isEmpty() ? expected : seen;
                line.append(j == 0 ? "" : backs[random.nextInt(backs.length)]);
            }
            assertThat(text(line.toString())).as(line.toString().replace('\u001b', '␛')).isEqualTo(expected);
            assertThat(colours(line.toString()).replaceAll("\u001b\\[[0-9;:]*m", "")).isEqualTo(expected);
        }
    }

    static List<Long> seeds() {
        return new Random().longs(20).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsNotUtf8IsReplacedAsTheJdkDoes(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (byte) (random.nextInt(4) == 0 ? 0x80 + random.nextInt(64) : 0xC3 + random.nextInt(61));
            }
            var to = new FrameBuffer(16);
            new LineFilter(Keep.TEXT).add(bytes, 0, bytes.length, to);
            byte[] expected = new String(bytes, UTF_8).getBytes(UTF_8);
            assertThat(HexFormat.of().formatHex(to.array(), 0, to.size()))
                    .as(HexFormat.of().formatHex(bytes))
                    .isEqualTo(HexFormat.of().formatHex(expected));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverComesNothingButTextAndColoursPasses(long seed) {
        var random = new Random(seed);
        String alphabet = "\u001b\u001b\u001b[[[]]PmG;0123?>(\u0007\\\u009b\u009cabcü\t\b\u0000";
        for (int i = 0; i < 500; i++) {
            var line = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(colours(line.toString()))
                    .matches("([^\\p{Cntrl}\\x{80}-\\x{9f}]|\t|\u001b\\[[0-9;:]*m)*");
            assertThat(text(line.toString())).matches("([^\\p{Cntrl}\\x{80}-\\x{9f}]|\t)*");
        }
    }

    @Test
    void everyByteIsFoundAtEveryPlaceOfALineOfAnyLength() {
        for (int b = 0; b < 256; b++) {
            for (int length = 1; length <= 3 * Long.BYTES; length++) {
                for (int place = 0; place < length; place++) {
                    byte[] line = "x".repeat(length).getBytes(UTF_8);
                    line[place] = (byte) b;
                    assertThat(ofBytes(line)).as("byte %d at %d of %d", b, place, length).isEqualTo(naively(line));
                }
            }
        }
    }

    /** What stays of letters with one other byte among them: no control character, nor ESC and its letter. */
    private static String naively(byte[] line) {
        String text = new String(line, UTF_8);
        return text.replaceAll("\u001b.?", "").replaceAll("[\\x00-\\x08\\x0a-\\x1f\\x7f]", "");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsPlainStaysWhereverItBeginsAndHoweverLongItIs(long seed) {
        var random = new Random(seed);
        byte[] bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (' ' + random.nextInt(0x7F - ' '));
        }
        var filter = new LineFilter(Keep.TEXT);
        for (int i = 0; i < 500; i++) {
            int from = random.nextInt(bytes.length);
            int length = random.nextInt(Math.min(200, bytes.length - from) + 1);
            var to = new FrameBuffer(1);
            filter.add(bytes, from, length, to);
            assertThat(new String(to.array(), 0, to.size(), UTF_8)).isEqualTo(new String(bytes, from, length, UTF_8));
        }
    }

    private static String ofBytes(byte[] line) {
        var to = new FrameBuffer(1);
        new LineFilter(Keep.TEXT).add(line, 0, line.length, to);
        return new String(to.array(), 0, to.size(), UTF_8);
    }

    private static String colours(String line) {
        return filtered(line, Keep.COLOURS);
    }

    private static String text(String line) {
        return filtered(line, Keep.TEXT);
    }

    private static String filtered(String line, Keep keep) {
        byte[] bytes = ("xyz" + line + "\u001b[2J").getBytes(UTF_8);
        var to = new FrameBuffer(1);
        new LineFilter(keep).add(bytes, 3, bytes.length - 7, to);
        return new String(to.array(), 0, to.size(), UTF_8);
    }
}
