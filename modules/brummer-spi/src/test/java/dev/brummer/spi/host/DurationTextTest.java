package dev.brummer.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.spi.host.DurationText;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S, 500ms",
        "2s, PT2S, 2s",
        "1m30s, PT1M30S, 1m30s",
        "90s, PT1M30S, 1m30s",
        "1.5h, PT1H30M, 1h30m",
        "250us, PT0.00025S, 250us",
        "0s, PT0S, 0s"
    })
    void readsAndWrites(String text, Duration duration, String shortest) {
        assertThat(DurationText.parse(text)).isEqualTo(duration);
        assertThat(DurationText.of(duration)).isEqualTo(shortest);
        assertThat(DurationText.parse(shortest)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "1x", "-1s", "1 s", "1..2s", "1s2", "99999999h", "1e9s", "\u0661s"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> DurationText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
