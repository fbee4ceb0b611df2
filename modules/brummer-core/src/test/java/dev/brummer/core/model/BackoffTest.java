package dev.brummer.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void eachWaitIsTheOneBeforeTimesTheMultiplierUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(Backoff.DEFAULT::delay).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void noAttemptIsTooLateToWait() {
        assertThat(Backoff.DEFAULT.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void withoutInitialThereIsNoWait() {
        assertThat(new Backoff(Duration.ZERO, SECOND, 2, SECOND).delay(50)).isEqualTo(Duration.ZERO);
    }

    @Test
    void aMultiplierOfOneWaitsTheSameEachTime() {
        assertThat(new Backoff(SECOND, SECOND.multipliedBy(9), 1, SECOND).delay(100)).isEqualTo(SECOND);
    }

    @Test
    void whatMakesNoSenseCannotExist() {
        assertThatThrownBy(() -> new Backoff(SECOND, SECOND, 0.5, SECOND)).hasMessageContaining("multiplier");
        assertThatThrownBy(() -> new Backoff(SECOND, Duration.ZERO, 2, SECOND)).hasMessageContaining("shorter");
        assertThatThrownBy(() -> new Backoff(SECOND.negated(), SECOND, 2, SECOND)).hasMessageContaining("negative");
    }
}
