package dev.brummer.config.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    @ParameterizedTest
    @CsvSource({
        "12.0, 12", "-3.0, -3", "0.5, 0.5", "9007199254740992, 9007199254740992", "1e300, 1.0E300", "-1e19, -1.0E19"
    })
    void aNumberIsWrittenAsItIs(double number, String json) {
        assertThat(JsonText.write(number)).isEqualTo(json + "\n");
    }
}
