package dev.brummer.plugins.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.ServiceId;
import dev.brummer.spi.text.ServiceColours;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaintTest {
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

    @Test
    void everyColourIsReadableOnBlackAndOnWhite() {
        IntStream all = IntStream.concat(
                Arrays.stream(ServiceColours.all()), IntStream.of(Paint.GOOD, Paint.BUSY, Paint.WARNING, Paint.ERROR));
        assertThat(all).allSatisfy(colour -> {
            double luminance = luminance(colour);
            assertThat((luminance + 0.05) / 0.05).as("%d on black", colour).isGreaterThan(3.4);
            assertThat(1.05 / (luminance + 0.05)).as("%d on white", colour).isGreaterThan(3.4);
        });
    }

    @Test
    void aColourDependsOnTheNameAlone() {
        ServiceId auth = new ServiceId("auth");
        assertThat(ServiceColours.of(List.of(auth))).containsEntry(auth, ServiceColours.of(auth));
        assertThat(ServiceColours.of(List.of(auth, new ServiceId("zzz"), auth))).containsEntry(auth, ServiceColours.of(auth));
    }

    @Test
    void servicesDifferAsLongAsThereAreColours() {
        List<ServiceId> services = services(ServiceColours.all().length);
        assertThat(new HashSet<>(ServiceColours.of(services).values())).hasSameSizeAs(services);
    }

    @Test
    void whenAllAreTakenTheyComeAgain() {
        List<ServiceId> services = services(3 * ServiceColours.all().length);
        assertThat(ServiceColours.of(services)).hasSameSizeAs(services);
    }

    private static List<ServiceId> services(int count) {
        return IntStream.range(0, count).mapToObj(i -> new ServiceId("service-" + i)).toList();
    }

    private static double luminance(int colour) {
        int cube = colour - 16;
        return 0.2126 * linear(LEVELS[cube / 36])
                + 0.7152 * linear(LEVELS[cube / 6 % 6])
                + 0.0722 * linear(LEVELS[cube % 6]);
    }

    private static double linear(int level) {
        double value = level / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
