package dev.brummer.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "PT0.34S, 340 ms", "PT12.9S, 12 s", "PT3M, 3 min", "PT3M5S, 3 min 5 s", "PT2H10M3S, 2 h 10 min",
        "PT76H, 3 d 4 h", "PT-1S, 0 ms"
    })
    void aSpanIsAsExactAsAnybodyWants(Duration duration, String text) {
        assertThat(Figures.span(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0", "12|12", "1247500|1,247,500", "72.13|72.1", "101.4|101", "0.5|0.5", "0.0123456|0.0123",
                "100.0|100", "-3.25|-3.25", "1e300|1.00e+300", "0.0000001|1.00e-07", "1234567.8|1,234,568", "9.999|10"
            })
    void aNumberKeepsTheDigitsThatMeanSomething(double value, String text) {
        assertThat(Figures.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0.0", "0.01|0.01", "0.52|0.5", "12.34|12.3", "99.96|100", "1234.4|1,234"})
    void aRateHasOneDecimalOrTwoWhereItIsSmall(double perSecond, String text) {
        assertThat(Figures.rate(perSecond)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.034, 3.4 %", "0.0995, 10 %", "1, 100 %"})
    void aShareIsInPercent(double share, String text) {
        assertThat(Figures.percent(share)).isEqualTo(text);
    }

    @Test
    void aSparklineGoesFromTheLeastToTheGreatest() {
        assertThat(Sparkline.of(List.of(1.0, 2.0, 3.0, 8.0))).isEqualTo("▁▂▃█");
        assertThat(Sparkline.of(List.of(5.0))).isEqualTo("▄");
        assertThat(Sparkline.of(List.of(-Double.MAX_VALUE, Double.MAX_VALUE))).isEqualTo("▁█");
        assertThat(Sparkline.of(java.util.Collections.nCopies(64, 1.0))).hasSize(24);
    }
}
