package dev.brummer.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.process.TerminalSize;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    private static final TerminalSize USUAL = new TerminalSize(40, 24);

    private static BegunLine line(String text) {
        return new BegunLine("web", 6, 32, text);
    }

    private static String plain(List<BegunLine> lines, TerminalSize size) {
        return Standing.of(lines, size, false).toString();
    }

    @Test
    void whereNothingStandsNothingIsShown() {
        assertThat(Standing.of(List.of(), USUAL, true)).isEqualTo(AttributedString.EMPTY);
    }

    @Test
    void eachIsARowBesideItsName() {
        assertThat(plain(List.of(line("Proceed? (y)"), line("10 %")), USUAL))
                .isEqualTo("web    … Proceed? (y)\nweb    … 10 %\n");
    }

    @Test
    void theNameHasTheColourOfItsService() {
        assertThat(Standing.of(List.of(line("Proceed?")), USUAL, true).toAnsi())
                .isEqualTo("\u001b[38;5;32mweb    … \u001b[0mProceed?\n");
    }

    @ParameterizedTest
    @CsvSource({"24, 'text 2,text 3,text 4'", "11, 'text 3,text 4'", "5, 'text 4'", "3, ''"})
    void theNewestAreShownWhereThereIsNoRoomForAll(int rows, String shown) {
        List<BegunLine> lines = IntStream.range(0, 5).mapToObj(i -> line("text " + i)).toList();

        assertThat(plain(lines, new TerminalSize(40, rows)).replace("web    … ", "").lines())
                .isEqualTo(shown.isEmpty() ? List.of() : List.of(shown.split(",")));
    }

    @Test
    void ofALongOneTheEndIsShown() {
        String shown = plain(List.of(line("x".repeat(100) + " Proceed?")), USUAL);

        assertThat(shown).hasSize(40).endsWith("x Proceed?\n").startsWith("web    … x");
    }

    @Test
    void wideCharactersTakeTheirColumns() {
        String shown = plain(List.of(line("漢".repeat(60) + "?")), USUAL);

        assertThat(new AttributedString(shown.strip()).columnLength()).isBetween(37, 39);
        assertThat(shown).endsWith("漢?\n");
    }

    @Test
    void aNameTakesAThirdAtMost() {
        var long40 = new BegunLine("n".repeat(40), 40, 32, "text");

        assertThat(plain(List.of(long40), USUAL)).isEqualTo("n".repeat(12) + "… … text\n");
        assertThat(plain(List.of(long40), new TerminalSize(1, 24))).isEqualTo("nnn… … t\n");
    }
}
