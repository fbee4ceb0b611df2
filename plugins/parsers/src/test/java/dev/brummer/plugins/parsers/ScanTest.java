package dev.brummer.plugins.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1", "7 ms, 7, 1", "12.5ms, 12.5, 4", "0.1, 0.1, 3", "123456789012345, 123456789012345, 15",
        "1.2345678901234, 1.2345678901234, 15"
    })
    void aDecimalIsDigitsPerhapsWithAPointBetweenThem(String text, double number, int end) {
        var scan = new Scan(text, 0);

        assertThat(scan.decimal()).isEqualTo(number);
        assertThat(scan.at()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ".5", "5.", "1.2.3", "1..2", "1234567890123456", "12345678.90123456", "-1", "\u0661"})
    void whatIsNoDecimalLeavesThePlaceAsItIs(String text) {
        var scan = new Scan(text, 0);

        assertThat(scan.decimal()).isEqualTo(-1);
        assertThat(scan.at()).isZero();
    }

    @Test
    void decimalsAreWhatJavaReads() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            int digits = 1 + random.nextInt(14);
            var text = new StringBuilder();
            random.ints(digits, '0', '9' + 1).forEach(c -> text.append((char) c));
            if (digits > 1 && random.nextBoolean()) {
                text.insert(1 + random.nextInt(digits - 1), '.');
            }
            assertThat(new Scan(text.toString(), 0).decimal())
                    .as("%s of seed %d", text, seed)
                    .isEqualTo(Double.parseDouble(text.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "42x, 42", "000000000000042, 42", "123456789012345, 123456789012345", "1234567890123456, -1", "x, -1"})
    void aNumberIsDigitsAlone(String text, long number) {
        assertThat(new Scan(text, 0).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"12ms, 12000000", "1.5 s, 1500000000", "3.25µs, 3250", "7ns, 7"})
    void aDurationIsANumberAndItsUnit(String text, long nanos) {
        assertThat(new Scan(text, 0).duration()).isEqualTo(Duration.ofNanos(nanos));
    }
}
