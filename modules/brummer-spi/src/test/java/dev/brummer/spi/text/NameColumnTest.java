package dev.brummer.spi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameColumnTest {
    @ParameterizedTest
    @CsvSource({"8, 80, 8", "40, 80, 26", "40, 9, 4", "40, 1, 4", "4, 1, 4", "12, 2147483647, 12"})
    void itIsAsWideAsTheLongestNameOrAsThereIsRoomFor(int longest, int columns, int width) {
        assertThat(NameColumn.width(longest, columns)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"web, 5, 'web  '", "gateway, 7, gateway", "gateway, 6, gatew…", "gateway, 1, …"})
    void aNameFillsItOrIsCut(String name, int width, String shown) {
        assertThat(NameColumn.fit(name, width)).isEqualTo(shown);
    }
}
