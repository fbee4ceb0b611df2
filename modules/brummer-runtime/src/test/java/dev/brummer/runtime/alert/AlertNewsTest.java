package dev.brummer.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.api.AlertView;
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

class AlertNewsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Subject ORDERS =
            new Subject(new InstanceId(new ServiceId("orders"), 2), Optional.of("payments"));

    private final AlertRule rule = new AlertRule(
            Optional.of("payments away"), new AlertCondition.BreakerOpen(),
            Duration.ZERO, List.of(), AlertRule.DEFAULT_TO);

    private AlertNews begun() {
        var change = new AlertChange.Begun(
                rule, ORDERS, Duration.ofSeconds(10), "breaker payments of orders.2 open\n\u001b[1m!");
        return AlertNews.of(change, NOW, Duration.ofSeconds(40));
    }

    private AlertNews over() {
        var change = new AlertChange.Over(
                rule, ORDERS, Duration.ofSeconds(10), Duration.ofSeconds(42),
                "breaker payments of orders.2 is closed again");
        return AlertNews.of(change, NOW.plusSeconds(12), Duration.ofSeconds(52));
    }

    @Test
    void itIsOneLineForAPersonWithItsName() {
        assertThat(begun().line())
                .startsWith("alert payments away: breaker payments of orders.2 open")
                .doesNotContain("\n", "\u001b");
        assertThat(over().line()).isEqualTo("alert payments away over: breaker payments of orders.2 is closed again");
    }

    @Test
    void aCommandFindsItInItsEnvironment() {
        assertThat(over().variables()).containsExactlyInAnyOrderEntriesOf(Map.of(
                "BRUM_ALERT", "over",
                "BRUM_ALERT_NAME", "payments away",
                "BRUM_ALERT_TEXT", "breaker payments of orders.2 is closed again",
                "BRUM_ALERT_SINCE", "2026-11-22T11:59:30Z",
                "BRUM_ALERT_BREAKER", "payments",
                "BRUM_ALERT_SECONDS", "42",
                "BRUM_ALERT_SERVICE", "orders",
                "BRUM_ALERT_INSTANCE", ORDERS.instance().label()));
    }

    @Test
    void andAsOneJsonObject() {
        assertThat(AlertJson.line(over())).isEqualTo("{\"type\":\"alert\","
                + "\"time\":\"2026-11-22T12:00:12Z\",\"service\":\"orders\","
                + "\"instance\":\"" + ORDERS.instance().label() + "\",\"alert\":\"over\",\"name\":\"payments away\","
                + "\"text\":\"breaker payments of orders.2 is closed again\",\"since\":\"2026-11-22T11:59:30Z\","
                + "\"breaker\":\"payments\",\"seconds\":42}\n");
    }

    @Test
    void whatHasFiredIsRememberedAndWhatIsOnIsNeverForgotten() {
        AlertLog log = new AlertLog();
        for (int i = 0; i < 30; i++) {
            log.told(begun());
            log.told(over());
        }
        log.told(begun());
        AlertView view = log.of(List.of(rule)).getFirst();
        assertThat(view.times()).isEqualTo(31);
        assertThat(view.isOn()).isTrue();
        assertThat(view.firings()).hasSize(21);
        assertThat(view.firings().getFirst().over()).contains(NOW.plusSeconds(12));
        assertThat(log.of(List.of())).isEmpty();
    }
}
