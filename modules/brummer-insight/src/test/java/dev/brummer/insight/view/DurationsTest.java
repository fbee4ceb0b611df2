package dev.brummer.insight.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DurationsTest {
    @Test
    void nothingHasNoQuantiles() {
        assertThat(new Durations().latency()).isEmpty();
    }

    @Test
    void oneDurationIsEveryQuantileOfItself() {
        var durations = new Durations();
        durations.add(Duration.ofNanos(523_456_789));

        Duration exact = Duration.ofNanos(523_456_000);
        assertThat(durations.latency()).contains(new Latency(exact, exact, exact, exact, 1));
    }

    @Test
    void quantilesAreOffByAThirtySecondAtMostHoweverTheyAreAdded() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            long[] micros = random.longs(1 + random.nextInt(2000), 0, 1L << (1 + random.nextInt(40))).toArray();
            var all = new Durations();
            var part = new Durations();
            for (long each : micros) {
                (random.nextBoolean() ? all : part).add(Duration.ofNanos(each * 1000));
            }
            all.addAll(part);
            Arrays.sort(micros);
            Latency latency = all.latency().orElseThrow();

            assertThat(latency.measured()).isEqualTo(micros.length);
            assertThat(latency.longest()).isEqualTo(Duration.ofNanos(micros[micros.length - 1] * 1000));
            isNear(latency.p50(), micros, 0.5, seed);
            isNear(latency.p95(), micros, 0.95, seed);
            isNear(latency.p99(), micros, 0.99, seed);
        }
    }

    private static void isNear(Duration told, long[] micros, double share, long seed) {
        long exact = micros[(int) Math.ceil(share * micros.length) - 1];
        assertThat(told.toNanos() / 1000.0).as("seed %d", seed).isCloseTo(exact, within(exact / 32.0 + 0.5));
    }
}
