package dev.brummer.runtime.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brummer.api.MemoryTrend;
import java.time.Duration;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Series of megabytes, one sample each ten seconds. */
class MemorySeriesTest {
    private static final long SEED = 20_261_123;
    private final Random random = new Random(SEED);

    private static MemorySeries series(Duration length, IntToDoubleFunction megabytes) {
        MemorySeries series = new MemorySeries();
        for (int second = 0; second <= length.toSeconds(); second += 10) {
            series.add(Duration.ofSeconds(second), Math.round(megabytes.applyAsDouble(second) * 1e6));
        }
        return series;
    }

    private static MemoryTrend trend(Duration length, IntToDoubleFunction megabytes) {
        return series(length, megabytes).trend().orElseThrow();
    }

    @Test
    void aMinuteIsNeededToSayAnything() {
        assertThat(series(Duration.ofSeconds(50), _ -> 100).trend()).isEmpty();
        assertThat(series(Duration.ofSeconds(60), _ -> 100).trend()).isPresent();
    }

    @Test
    void whatRisesSteadilyForLongLeaks() {
        MemoryTrend trend = trend(Duration.ofMinutes(15), second -> 200 + second / 3600.0 * 240);
        assertThat(trend.megabytesPerHour()).isCloseTo(240, within(1.0));
        assertThat(trend.over()).isEqualTo(Duration.ofMinutes(15));
        assertThat(trend.leak()).isTrue();
    }

    @Test
    void theSlopeIsThatOfTheWholeRunHoweverLong() {
        MemoryTrend trend = trend(Duration.ofHours(30), second -> 200 + second / 3600.0 * 12);
        assertThat(trend.megabytesPerHour()).isCloseTo(12, within(0.5));
        assertThat(trend.over()).isGreaterThan(Duration.ofHours(29));
        assertThat(trend.leak()).isTrue();
    }

    @Test
    void whatRisesForAShortTimeIsNoLeakYet() {
        assertThat(trend(Duration.ofMinutes(9), second -> 200 + second).leak()).isFalse();
    }

    @Test
    void littleIsNoLeak() {
        assertThat(trend(Duration.ofMinutes(30), second -> 200 + second / 3600.0 * 20).leak()).isFalse();
        // A tenth of much is much.
        assertThat(trend(Duration.ofMinutes(30), second -> 2000 + second / 3600.0 * 100).leak()).isFalse();
    }

    @Test
    void whatFillsItsCachesAfterTheStartDoesNotLeak() {
        assertThat(trend(Duration.ofMinutes(20), second -> 400 - 300 * Math.exp(-second / 120.0)).leak()).isFalse();
    }

    @Test
    void theUpsAndDownsOfAHeapAreNoLeak() {
        assertThat(trend(Duration.ofMinutes(20), second -> 200 + second % 300 / 3.0).leak()).isFalse();
        assertThat(trend(Duration.ofMinutes(20), _ -> 300 + random.nextGaussian() * 40).leak())
                .as("seed %d", SEED)
                .isFalse();
    }

    @Test
    void aLeakBelowUpsAndDownsIsSeen() {
        MemoryTrend trend = trend(Duration.ofMinutes(40), second -> 200 + second / 8.0 + second % 120 / 2.0);
        assertThat(trend.leak()).isTrue();
        assertThat(trend.megabytesPerHour()).isCloseTo(450, within(45.0));
    }

    @Test
    void aFewSamplesThatAreFarOffChangeNothing() {
        MemoryTrend trend = trend(Duration.ofMinutes(20), second -> second % 300 == 0 ? 5000 : 200);
        assertThat(trend.megabytesPerHour()).isCloseTo(0, within(0.1));
        assertThat(trend.leak()).isFalse();
    }

    @Test
    void whoLooksEachSecondChangesNothing() {
        MemorySeries series = new MemorySeries();
        for (int second = 0; second <= 1200; second++) {
            series.add(Duration.ofSeconds(second), 200_000_000L + second * 100_000L);
        }
        assertThat(series.trend().orElseThrow().megabytesPerHour()).isCloseTo(360, within(1.0));
    }
}
