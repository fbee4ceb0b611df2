package dev.brummer.logs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineFramerTest {
    private static final int MAX = LineTable.MAX_LENGTH;

    @Test
    void linesEndAtLineFeedWithOrWithoutCarriageReturn() {
        assertThat(lines("one\ntwo\r\nthree\r\r\nfour\n")).containsExactly("one", "two", "three", "four");
    }

    @Test
    void emptyLinesAreRecords() {
        assertThat(lines("\n\r\n\na\n\n")).containsExactly("", "", "", "a", "");
    }

    @Test
    void anUnterminatedLastLineIsKept() {
        assertThat(lines("one\ntwo")).containsExactly("one", "two");
        assertThat(lines("one\ntwo\r")).containsExactly("one", "two");
        assertThat(lines("")).isEmpty();
        assertThat(lines("\r\r")).isEmpty();
    }

    @Test
    void aProgressBarIsOneLineInItsLastState() {
        assertThat(lines(" 10%\r 50%\r100%\ndone\n")).containsExactly("100%", "done");
        assertThat(lines("10%\r20%\r")).containsExactly("20%");
    }

    @Test
    void aProgressBarThatNeverEndsTakesNoRoom() {
        var framed = new Framed();
        byte[] update = "\r\r\rdownloading 37 of 41\r".getBytes(ISO_8859_1);
        for (int i = 0; i < 100_000; i++) {
            framed.feed(update, 0, update.length);
        }
        assertThat(framed.end()).containsExactly("downloading 37 of 41");
    }

    @Test
    void aLineOfTheGreatestLengthIsWhole() {
        assertThat(lines("x".repeat(MAX) + "\r\n")).containsExactly("x".repeat(MAX));
        assertThat(lines("x".repeat(MAX))).containsExactly("x".repeat(MAX));
    }

    @Test
    void aLongerLineComesInPieces() {
        String piece = "x".repeat(MAX) + Framed.CONTINUES;
        assertThat(lines("x".repeat(MAX + 1) + "\ny\n")).containsExactly(piece, "x", "y");
        assertThat(lines("a\n" + "x".repeat(2 * MAX + 7))).containsExactly("a", piece, piece, "xxxxxxx");
    }

    @Test
    void discardedProgressOfAnyLengthSeparatesLines() {
        String bars = "%50\r".repeat(60_000);
        assertThat(lines("a\n" + bars + "b\nc\n")).containsExactly("a", "b", "c");
    }

    static List<Long> seeds() {
        return new Random().longs(40).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatComesOutDoesNotDependOnHowReadsAreSplit(long seed) {
        var random = new Random(seed);
        byte[] input = input(random);
        var framed = new Framed();
        int most = 1 + random.nextInt(random.nextBoolean() ? 40 : 200_000);
        for (int at = 0; at < input.length; ) {
            int to = Math.min(input.length, at + 1 + random.nextInt(most));
            framed.feed(input, at, to);
            at = to;
        }
        List<String> expected = naively(input);
        assertThat(framed.end()).isEqualTo(expected);
        assertThat(Framed.whole(input)).isEqualTo(expected);
    }

    private static byte[] input(Random random) {
        var text = new StringBuilder();
        int lines = 1 + random.nextInt(300);
        for (int i = 0; i < lines; i++) {
            int length = random.nextInt(60) == 0 ? random.nextInt(3 * MAX) : random.nextInt(90);
            for (int j = 0; j < length; j++) {
                text.append(random.nextInt(200) == 0 ? '\r' : any(random));
            }
            text.append(List.of("\n", "\n", "\r\n", "\r", "\r\r").get(random.nextInt(5)));
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    /** Any byte; those about as small as line ends, which are looked at twice, come more often. */
    private static char any(Random random) {
        return (char) (random.nextInt(20) == 0 ? random.nextInt(' ') : random.nextInt(256));
    }

    @Test
    void everyByteIsFoundAtEveryPlaceOfAWord() {
        for (int b = 0; b < 256; b++) {
            for (int place = 0; place < 2 * Long.BYTES; place++) {
                String input = "x".repeat(place) + (char) b + "y".repeat(11) + "\nz\n";
                assertThat(lines(input)).as("byte %d at %d", b, place).isEqualTo(naively(input.getBytes(ISO_8859_1)));
            }
        }
    }

    @Test
    void aBatchIsPlainUnlessALineHasSomethingOtherThanPrintableAsciiAndTabs() {
        for (int b = 0; b < 256; b++) {
            for (int place = 0; place < 2 * Long.BYTES; place++) {
                for (String rest : List.of("\n", "yyyyyyyyyyy\n\nz\n", "")) {
                    var framed = new Framed();
                    byte[] input = ("\n" + "x".repeat(place) + (char) b + rest).getBytes(ISO_8859_1);
                    framed.feed(input, 0, input.length);
                    framed.end();
                    boolean plain = b >= ' ' && b < 0x7F || b == '\t' || b == '\n' || b == '\r';
                    assertThat(framed.isPlain()).as("byte %d at %d", b, place).isEqualTo(plain);
                }
            }
        }
    }

    @Test
    void whatALineGoesBackOverDoesNotCount() {
        var framed = new Framed();
        byte[] input = "\u00e9 10%\r100%\nall done\n".getBytes(ISO_8859_1);
        framed.feed(input, 0, 5);
        framed.feed(input, 5, input.length);
        assertThat(framed.end()).containsExactly("100%", "all done");
        assertThat(framed.isPlain()).isTrue();
    }

    @Test
    void whatWasReadOfALineBeforeCounts() {
        var framed = new Framed();
        byte[] input = "one\n\u00e9t\u00e9 and winter\ntwo\n".getBytes(ISO_8859_1);
        framed.feed(input, 0, 9);
        assertThat(framed.isPlain()).isTrue();
        framed.feed(input, 9, input.length);
        assertThat(framed.isPlain()).isFalse();
    }

    /** The rules, byte by byte. */
    private static List<String> naively(byte[] input) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        boolean returned = false;
        for (byte b : input) {
            if (b == '\n') {
                lines.add(line.toString());
                line.setLength(0);
                returned = false;
            } else if (b == '\r') {
                returned = true;
            } else {
                if (returned) {
                    line.setLength(0);
                    returned = false;
                }
                line.append((char) (b & 0xFF));
                if (line.length() > MAX) {
                    int cut = cut(line);
                    lines.add(line.substring(0, cut) + Framed.CONTINUES);
                    line.delete(0, cut);
                }
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static int cut(StringBuilder line) {
        for (int cut = MAX; cut > MAX - 4; cut--) {
            if (line.charAt(cut) < 0x80 || line.charAt(cut) >= 0xC0) {
                return cut;
            }
        }
        return MAX;
    }

    @Test
    void aPieceEndsBetweenCharacters() {
        String pieces = new String(("x".repeat(MAX - 2) + "🐝\n").getBytes(UTF_8), ISO_8859_1);
        assertThat(lines(pieces)).map(line -> line.length()).containsExactly(MAX - 2 + 1, 4);
    }

    private static List<String> lines(String input) {
        return Framed.whole(input.getBytes(ISO_8859_1));
    }
}
