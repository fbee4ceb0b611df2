package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerLimitsTest {
    @Test
    void aNumberIsTheLimitThatChildrenGetBack() {
        assertThat(CallerLimits.of("1024").openFiles()).hasValue(1024);
        assertThat(CallerLimits.of("1024").statement()).isEqualTo("ulimit -Sn 1024; ");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "unlimited", "-1", "10 24", "1024\n", "99999999999"})
    void whateverElseTheShellSaidChangesNothing(String said) {
        assertThat(CallerLimits.of(said).openFiles()).isEmpty();
        assertThat(CallerLimits.of(said).statement()).isEmpty();
    }
}
