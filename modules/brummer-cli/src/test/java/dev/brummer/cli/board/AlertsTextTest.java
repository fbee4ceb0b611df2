package dev.brummer.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.api.AlertView;
import dev.brummer.api.AlertView.Firing;
import dev.brummer.api.AlertsView;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertsTextTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static String text(AlertView... alerts) {
        return AlertsText.of(new AlertsView("shop", NOW, List.of(alerts)), new Page(Paint.NONE, 160, ZoneOffset.UTC));
    }

    private static Firing firing(String service, int begun, Optional<Integer> over, String text) {
        return new Firing(
                InstanceId.only(new ServiceId(service)),
                Optional.empty(),
                NOW.minusSeconds(begun + 10),
                NOW.minusSeconds(begun),
                over.map(NOW::minusSeconds),
                text,
                over.map(_ -> service + " is well again"));
    }

    @Test
    void rulesStandAboveWhatHasFiredAndWhatIsOnAboveWhatIsOver() {
        var quiet = new AlertView("slow checks", "checks above 300ms", List.of(new ServiceId("users")), List.of("stream"), 0,
                List.of());
        var loud = new AlertView(
                "unhealthy for 10s", "unhealthy for 10s", List.of(), List.of("stream", "command"), 2,
                List.of(
                        firing("auth", 60, Optional.of(30), "auth failed: exit 1"),
                        firing("orders", 90, Optional.empty(), "orders unhealthy for 10 s: http 503")));
        assertThat(text(quiet, loud).lines()).containsExactly(
                "ALERT              WHEN                SERVICES  TO              TIMES  NOW",
                "slow checks        checks above 300ms  users     stream              0  -",
                "unhealthy for 10s                      all       stream command      2  on",
                "",
                "BEGAN         LASTED  WHAT                                 OVER                ALERT",
                "11:58:30  1 min 40 s  orders unhealthy for 10 s: http 503  on                  unhealthy for 10s",
                "11:59:00        40 s  auth failed: exit 1                  auth is well again  unhealthy for 10s");
    }

    @Test
    void whereThereIsNoRuleThatIsSaid() {
        assertThat(text()).isEqualTo("no alerts: 'alerts' in brummer.yaml says of what somebody is told\n");
    }
}
