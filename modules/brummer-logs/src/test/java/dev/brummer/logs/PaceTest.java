package dev.brummer.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private final Pace pace = new Pace();

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE - 1})
    void whoIsNotHeldBackMayBeAwakeAtOnce(long now) {
        assertThat(pace.left(now)).isNotPositive();
        pace.awoke(now);
        assertThat(pace.left(now)).isNotPositive();
        assertThat(pace.left(now + 1)).isNotPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE - 1})
    void whoIsHeldBackMayBeAwakeAgainWhenTheTimeHasPassed(long now) {
        pace.set(Duration.ofNanos(10));
        assertThat(pace.left(now)).isNotPositive();
        pace.awoke(now);
        assertThat(pace.left(now)).isEqualTo(10);
        assertThat(pace.left(now + 7)).isEqualTo(3);
        assertThat(pace.left(now + 10)).isZero();
        assertThat(pace.left(now + 1000)).isNegative();
    }
}
