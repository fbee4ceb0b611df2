package dev.brummer.logs.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsciiTest {
    private static final byte[] LETTERS = "ab[|\n\r\u00db\u001b".getBytes(UTF_8);

    static List<Long> seeds() {
        return new Random().longs(20).boxed().toList();
    }

    @Test
    void aLineGoesFromBehindOneLineEndToTheNext() {
        byte[] bytes = "one\ntwo\r\nthree".getBytes(UTF_8);
        assertThat(Ascii.beginOfLine(bytes, 0, 6)).isEqualTo(4);
        assertThat(Ascii.endOfLine(bytes, 4, bytes.length)).isEqualTo(7);
        assertThat(Ascii.beginOfLine(bytes, 5, 6)).isEqualTo(5);
        assertThat(Ascii.beginOfLine(bytes, 0, 2)).isZero();
        assertThat(Ascii.endOfLine(bytes, 9, bytes.length)).isEqualTo(bytes.length);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eightBytesAStepFindWhatOneAStepFinds(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = bytes(random);
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            assertThat(Ascii.firstOf('[', '|', bytes, from, to)).isEqualTo(slowly('[', '|', bytes, from, to));
            int end = Ascii.endOfLine(bytes, from, to);
            assertThat(end).isEqualTo(slowly('\n', '\r', bytes, from, to));
            int begin = Ascii.beginOfLine(bytes, from, end);
            assertThat(slowly('\n', '\r', bytes, begin, end)).isEqualTo(end);
            assertThat(begin == from || bytes[begin - 1] == '\n' || bytes[begin - 1] == '\r').isTrue();
        }
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(60)];
        boolean rare = random.nextBoolean();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = rare && random.nextInt(12) > 0 ? (byte) 'x' : LETTERS[random.nextInt(LETTERS.length)];
        }
        return bytes;
    }

    private static int slowly(char one, char other, byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != one && bytes[at] != other) {
            at++;
        }
        return at;
    }
}
