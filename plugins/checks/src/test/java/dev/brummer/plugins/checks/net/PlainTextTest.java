package dev.brummer.plugins.checks.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[31mplain\u001b[0m",
                "\u001b[38;2;1;2;3mplain",
                "\u001b]0;a title\u0007plain",
                "\u001b]8;;http://x\u001b\\plain\u001b]8;;\u001b\\",
                "\u001b(Bplain",
                "pla\u001b[2K\u001b[1Gin",
                "\u001bMplain"
            })
    void escapeSequencesOfEveryKindGo(String text) {
        assertThat(PlainText.withoutEscapes(text)).isEqualTo("plain");
    }

    @Test
    void oneLineHasNothingThatMovesACursor() {
        assertThat(PlainText.oneLine(" a\r\n\tb\u0007\u0000 c\u001b[2J ", 40)).isEqualTo("a b c");
    }

    @Test
    void aShortenedTextKeepsWholeCharacters() {
        assertThat(PlainText.oneLine("abc😀😀", 5)).isEqualTo("abc…");
    }
}
