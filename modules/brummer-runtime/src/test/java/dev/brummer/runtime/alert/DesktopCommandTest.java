package dev.brummer.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.alert.AlertChange;
import dev.brummer.core.alert.Subject;
import dev.brummer.core.model.AlertCondition;
import dev.brummer.core.model.AlertRule;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DesktopCommandTest {
    private static final AlertNews NEWS = AlertNews.of(
            new AlertChange.Begun(
                    new AlertRule(
                            Optional.empty(), new AlertCondition.Failed(), Duration.ZERO, List.of(), AlertRule.DEFAULT_TO),
                    new Subject(InstanceId.only(new ServiceId("web")), Optional.empty()),
                    Duration.ZERO,
                    "web failed: \"exit 1\" -- $(reboot)"),
            Instant.EPOCH,
            Duration.ZERO);

    @Test
    void whatServicesSayIsAWordOfItsOwnAndNeverAProgram() {
        assertThat(new DesktopCommand("Linux").words("shop", NEWS))
                .startsWith("notify-send")
                .endsWith("--", "shop", "alert: web failed: \"exit 1\" -- $(reboot)");
        assertThat(new DesktopCommand("Mac OS X").words("shop", NEWS))
                .startsWith("osascript", "-e", "on run argv")
                .endsWith("shop", "alert: web failed: \"exit 1\" -- $(reboot)");
    }

    @Test
    void withoutASessionThereIsNoDesktop() {
        DesktopCommand linux = new DesktopCommand("Linux");
        assertThat(linux.missing(Map.of("HOME", "/root", "DISPLAY", ""))).contains("there is no desktop session here");
        assertThat(linux.missing(Map.of("WAYLAND_DISPLAY", "wayland-0"))).isEmpty();
        assertThat(new DesktopCommand("Mac OS X").missing(Map.of())).isEmpty();
    }
}
