package dev.brummer.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpiVersionTest {
    @Test
    void aVersionRunsWhatWasMadeForItOrForAnOlderOneOfTheSameMajor() {
        SpiVersion own = new SpiVersion(2, 3);

        assertThat(own.runs(SpiVersion.parse("2.3"))).isTrue();
        assertThat(own.runs(SpiVersion.parse("2"))).isTrue();
        assertThat(own.runs(SpiVersion.parse("2.4"))).isFalse();
        assertThat(own.runs(SpiVersion.parse("3.0"))).isFalse();
        assertThat(own.runs(SpiVersion.parse("1.9"))).isFalse();
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(SpiVersion.parse(SpiVersion.current().toString())).isEqualTo(SpiVersion.current());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.", "v1", "1.2.3", "-1", "99999999"})
    void whatIsNoVersionIsRefused(String text) {
        assertThatThrownBy(() -> SpiVersion.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
