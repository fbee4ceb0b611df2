package dev.brummer.logs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({"ÄÖÜ, äöü", "ΣΊΣΥΦΟΣ, σίσυφοσ", "ς, σ", "ẞ, ß", "Ж, ж", "漢字, 漢字", "AbC, abc", "Ⓐ, ⓐ", "𐐀, 𐐨"})
    void pairsTheCasesOfALetter(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void noLetterBeyondAsciiIsOneOfAscii() {
        for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
            assertThat(Folding.fold(Character.toString(point)).codePointAt(0)).isGreaterThanOrEqualTo(0x80);
        }
    }

    /** Else a literal would be looked for in one case alone. */
    @Test
    void whatCountsAsFixedIsTheSameAsNothingElse() {
        var fixed = new BitSet();
        for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
            fixed.set(point, Folding.isFixed(point));
        }
        assertThat(fixed.cardinality()).isGreaterThan(100_000);
        for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
            int folded = Folding.fold(Character.toString(point)).codePointAt(0);
            assertThat(folded == point || !(fixed.get(point) || fixed.get(folded)))
                    .as("U+%04X folds to U+%04X", point, folded)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"größe, gr", "Äquator, quator", "漢字ö, 漢字", "€100, €100", "error, error"})
    void theRarestPieceWithoutCaseIsLookedFor(String text, String piece) {
        assertThat(Folding.literal(text)).hasValueSatisfying(literal -> {
            byte[] bytes = piece.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(literal.length()).isEqualTo(bytes.length);
            assertThat(literal.indexIn(bytes, 0, bytes.length)).isZero();
        });
    }

    @Test
    void whatHasCaseThroughoutOrStandsForBrokenTextHasNoSuchPiece() {
        assertThat(Folding.literal("äöü")).isEmpty();
        assertThat(Folding.literal("\ufffd")).isEmpty();
        assertThat(Folding.literal("\ud83d")).isEmpty();
    }
}
