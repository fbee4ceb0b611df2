package dev.brummer.spi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0", "17, 17", "17b, 17", "2GB, 2000000000", "2g, 2000000000", "500 MB, 500000000", "1.5GiB, 1610612736",
        "64KiB, 65536", "0.5k, 500", "1.0005k, 1000", "9.99 b, 9", "3k, 3000", "1TB, 1000000000000"
    })
    void sizesCountInThousandsOrIn1024WithAnI(String text, long bytes) {
        assertThat(SizeText.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GB", "-1GB", "2 G B", "2XB", "1e9", "two"})
    void whatIsNoSizeIsRefused(String text) {
        assertThatThrownBy(() -> SizeText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsBeyondALongIsRefused() {
        assertThatThrownBy(() -> SizeText.parse("99999999999TB")).hasMessageContaining("disk");
    }

    @ParameterizedTest
    @CsvSource({"2000000000, 2GB", "1500000, 1500KB", "17, 17", "1024, 1024"})
    void aSizeIsPrintedSoThatItIsTheSameWhenRead(long bytes, String text) {
        assertThat(SizeText.of(bytes)).isEqualTo(text);
        assertThat(SizeText.parse(text)).isEqualTo(bytes);
    }
}
