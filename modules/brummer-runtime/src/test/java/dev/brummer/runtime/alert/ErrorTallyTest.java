package dev.brummer.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErrorTallyTest {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));
    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ErrorTally tally = new ErrorTally(Set.of(MINUTE, Duration.ofHours(1)));

    private int within(Duration window, Duration after) {
        return tally.upTo(BEGIN.plus(after)).getOrDefault(window, Map.of()).getOrDefault(WEB, 0);
    }

    @Test
    void whatIsOlderThanTheWindowDoesNotCount() {
        tally.add(WEB, BEGIN, 3);
        tally.add(WEB, BEGIN.plusSeconds(30), 2);
        assertThat(within(MINUTE, Duration.ofSeconds(30))).isEqualTo(5);
        assertThat(within(MINUTE, Duration.ofSeconds(60))).isEqualTo(2);
        assertThat(within(MINUTE, Duration.ofSeconds(90))).isZero();
        assertThat(within(Duration.ofHours(1), Duration.ofSeconds(90))).isEqualTo(5);
    }

    @Test
    void itCountsAsACompleteListWould() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Integer> seconds = new ArrayList<>();
        int now = 0;
        for (int i = 0; i < 2000; i++) {
            now += random.nextInt(5);
            tally.add(WEB, BEGIN.plusSeconds(now), 1);
            seconds.add(now);
            int from = now - 60;
            long expected = seconds.stream().filter(at -> at > from).count();
            assertThat(within(MINUTE, Duration.ofSeconds(now))).as("seed %s", seed).isEqualTo((int) expected);
        }
    }

    @Test
    void whatIsReadLateCountsWhenItWasWritten() {
        tally.add(WEB, BEGIN.plusSeconds(100), 1);
        tally.add(WEB, BEGIN, 7);
        assertThat(within(MINUTE, Duration.ofSeconds(100))).isEqualTo(1);
    }
}
