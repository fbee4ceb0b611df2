package dev.brummer.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparklineTest {
    private static final String SIGNS = "✗!";

    @Test
    void aMarkedValueIsSeenInItsPlaceAndMeasuresNothing() {
        List<Double> values = List.of(10.0, 1000.0, 20.0);

        assertThat(Sparkline.marked(values, List.of(' ', '✗', ' '), SIGNS)).isEqualTo("▅✗█");
    }

    @Test
    void nothingIsLowestSoThatSmallDifferencesLookSmall() {
        assertThat(Sparkline.marked(List.of(9.9, 10.0), List.of(' ', ' '), SIGNS)).isEqualTo("██");
        assertThat(Sparkline.of(List.of(9.9, 10.0))).isEqualTo("▁█");
    }

    @Test
    void ofSeveralSignsInOnePlaceTheGravestStands() {
        List<Double> values = Collections.nCopies(48, 1.0);
        List<Character> signs = IntStream.range(0, 48)
                .mapToObj(at -> at == 0 ? '!' : at == 1 ? '✗' : at == 2 ? '!' : ' ')
                .toList();

        assertThat(Sparkline.marked(values, signs, SIGNS)).hasSize(24).startsWith("✗!█");
    }

    @Test
    void nothingIsDrawnWithoutValues() {
        assertThat(Sparkline.marked(List.of(), List.of(), SIGNS)).isEmpty();
        assertThat(Sparkline.of(List.of())).isEmpty();
    }
}
