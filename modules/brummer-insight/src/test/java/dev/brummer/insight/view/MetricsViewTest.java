package dev.brummer.insight.view;

import static dev.brummer.insight.view.Facts.at;
import static dev.brummer.insight.view.Facts.measured;
import static dev.brummer.insight.view.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brummer.spi.Fact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricsViewTest {
    private final MetricsView view = new MetricsView();

    private Metrics.Series only() {
        assertThat(view.report(at(0)).series()).hasSize(1);
        return view.report(at(0)).series().getFirst();
    }

    @Test
    void aSeriesHasItsLastItsLeastAndItsGreatestValue() {
        view.accept(said("orders", 0, measured("memory", 80)));
        view.accept(said("orders", 1000, measured("memory", 120)));
        view.accept(said("orders", 2000, measured("memory", 90.5)));

        assertThat(only().last()).isEqualTo(90.5);
        assertThat(only().min()).isEqualTo(80);
        assertThat(only().max()).isEqualTo(120);
        assertThat(only().samples()).containsExactly(80.0, 120.0, 90.5);
        assertThat(only().perSecond()).isEmpty();
        assertThat(only().time()).isEqualTo(at(2000));
    }

    @Test
    void whatOnlyEverRisesHasARate() {
        for (int i = 0; i <= 300; i++) {
            view.accept(said("orders", i * 1000L, measured("requests", i < 200 ? i : 200 + (i - 200) * 5)));
        }

        assertThat(only().perSecond()).isPresent();
        assertThat(only().perSecond().getAsDouble()).as("over the last minute").isCloseTo(5, within(0.001));
    }

    @Test
    void twoRisesAreNoCounter() {
        for (int i = 0; i < 3; i++) {
            view.accept(said("orders", i * 1000L, measured("memory", i)));
        }

        assertThat(only().perSecond()).isEmpty();
    }

    @Test
    void aCounterThatBeginsAnewWithItsServiceIsStillOne() {
        var orders = InstanceId.only(new ServiceId("orders"));
        for (int i = 0; i < 20; i++) {
            view.accept(said(orders, i < 10 ? 1 : 2, i * 1000L, measured("requests", i % 10 * 3)));
        }

        assertThat(only().perSecond().orElse(0)).isCloseTo(3, within(0.001));
    }

    @Test
    void theNameThatAServiceGivesItselfWinsAndCopiesAreToldApart() {
        var second = new InstanceId(new ServiceId("orders"), 2);
        view.accept(said(second, 1, 0, measured("memory", 1)));
        view.accept(said(second, 1, 0, new Fact.Measured(
                Optional.of("users"), List.of(new Fact.Value("memory", 2)))));

        assertThat(view.report(at(0)).series())
                .extracting(series -> series.service() + " " + series.copy())
                .containsExactly("orders 2", "users 0");
    }

    @Test
    void whatIsNoNumberIsNone() {
        view.accept(said("orders", 0, measured("load", Double.NaN)));
        view.accept(said("orders", 0, measured("load", Double.POSITIVE_INFINITY)));

        assertThat(view.report(at(0)).isEmpty()).isTrue();
    }

    @Test
    void samplesAreBoundedAndKeepTheMean() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int many : new int[] {1, 63, 64, 65, 1000, 4096}) {
            var samples = new Samples();
            double sum = 0;
            for (int i = 0; i < many; i++) {
                double value = random.nextDouble(1000);
                sum += value;
                samples.add(value);
            }
            List<Double> all = samples.all();

            assertThat(all).hasSizeBetween(1, 64);
            if (many == 4096) {
                assertThat(all.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                        .as("seed %d", seed)
                        .isCloseTo(sum / many, within(0.001));
            }
        }
    }

    @Test
    void memoryIsBoundedAndWhatIsLeftOutIsCounted() {
        for (int i = 0; i < 3000; i++) {
            view.accept(said("orders", i, measured("name-" + i, i)));
        }
        Metrics report = view.report(at(3000));

        assertThat(report.others()).isPositive();
        assertThat(report.series().size() + report.others()).isEqualTo(3000);
    }
}
