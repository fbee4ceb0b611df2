package dev.brummer.logs.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes as Latin-1: a control character from U+0080 on is two of them. */
class HiddenTest {
    @ParameterizedTest
    @ValueSource(strings = {"\u001b[m", "\u001b[31m", "\u001b[38;2;1;2;3m", "\u001b[2J", "\u001b[?25l"})
    void sequencesAreSteppedOver(String sequence) {
        assertThat(end(sequence + "x")).isEqualTo(sequence.length());
        assertThat(before("x" + sequence)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "~", "0", "[", "\t", "\n", "\u00c3\u00a4", "\u00c2\u00a3", "m", "ab", "[31m"})
    void textHidesNothing(String text) {
        assertThat(end(text)).isEqualTo(Hidden.NONE);
        assertThat(before("xyz" + text)).isEqualTo(Hidden.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\u0007", "\u007f", "\r", "\u00c2\u0085", "\u00c2\u009b1m", "\u00c2\u009b", "\u001bc",
                "\u001b(B", "\u001b", "\u001b[", "\u001b[31", "\u001b]8;;x\u001b\\", "\u001b]0;x\u0007",
                "\u00c2\u009dx\u00c2\u009c", "\u001b[1111111111111111111111111111111111111"
            })
    void theRestIsNotLookedInto(String hidden) {
        assertThat(end(hidden)).isEqualTo(Hidden.UNSURE);
        assertThat(before("xyz" + hidden)).isEqualTo(Hidden.UNSURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "1m", ";1m", "[31m", "[m", "\u001b[31m", "\u009b1m", "\u009b", "B", "(B", "\\"})
    void whatTheRangeCutsIsNotLookedInto(String rest) {
        byte[] bytes = ("\u001b" + rest).getBytes(ISO_8859_1);
        assertThat(Hidden.before(bytes, 1, bytes.length - 1)).isEqualTo(Hidden.UNSURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00c2", "\u0085"})
    void halfAControlCharacterIsNotLookedInto(String half) {
        assertThat(end(half)).isEqualTo(Hidden.UNSURE);
        assertThat(before("xyz\u00c2" + half)).isEqualTo(Hidden.UNSURE);
    }

    private static int end(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return Hidden.end(bytes, 0, bytes.length);
    }

    private static int before(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return Hidden.before(bytes, 0, bytes.length - 1);
    }
}
