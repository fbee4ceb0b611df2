package dev.brummer.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.api.CheckView;
import dev.brummer.api.CheckView.Asked;
import dev.brummer.api.CheckView.Latency;
import dev.brummer.api.CheckView.Purpose;
import dev.brummer.api.CheckView.Said;
import dev.brummer.api.CheckView.Verdict;
import dev.brummer.api.HealthView;
import dev.brummer.api.InstanceHealth;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.spi.Answer.Component;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HealthTextTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static InstanceHealth instance(String name, ServiceState state, CheckView... checks) {
        return new InstanceHealth(InstanceId.only(new ServiceId(name)), state, false, List.of(checks));
    }

    private static CheckView check(String reason, List<Component> parts, int failures, Verdict... verdicts) {
        Duration took = Duration.ofMillis(12);
        List<Asked> history =
                Stream.of(verdicts).map(verdict -> new Asked(NOW.minusSeconds(2), verdict, took)).toList();
        Verdict last = history.getLast().verdict();
        return new CheckView(
                Purpose.HEALTH,
                "http /health",
                Optional.of(new Said(NOW.minusSeconds(2), last, took, reason, parts)),
                failures,
                Optional.of(new Latency(took, took, took)),
                history);
    }

    private static List<String> lines(int columns, InstanceHealth... instances) {
        HealthView health = new HealthView("shop", NOW, List.of(instances));
        return HealthText.of(health, new Page(Paint.NONE, columns, ZoneOffset.UTC)).lines().toList();
    }

    @Test
    void whatFailsStandsFirstWithTheComponentThatIsDown() {
        var parts = List.of(new Component("redis", true, ""), new Component("db", false, "connection refused"));

        List<String> lines = lines(
                160,
                instance("auth", ServiceState.READY, check("http 200", List.of(), 0, Verdict.PASSING)),
                instance("orders", ServiceState.UNHEALTHY,
                        check("http 503", parts, 3, Verdict.NOT_YET, Verdict.PASSING, Verdict.FAILING)));

        assertThat(lines.get(0)).isEqualTo("✗ orders failing 3 times in a row: http 503");
        assertThat(lines.get(1)).isEqualTo("    ✗ db: connection refused");
        assertThat(lines.get(3)).startsWith("SERVICE  CHECK ");
        assertThat(lines.get(4)).matches("orders +http /health +health +✗ failing +2 s +3 +12 ms +12 ms +12 ms"
                + " +·█✗ +✗ db \\(connection refused\\), ✓ redis");
        assertThat(lines.get(5)).matches("auth +http /health +health +✓ passing +2 s .* █ +http 200");
        assertThat(lines.get(6)).isEqualTo("history: ▁ to █ how long answers took; ✗ failing; · not yet, while starting");
    }

    @Test
    void aServiceThatDoesNotRunHasItsStateInPlaceOfAnOldAnswer() {
        List<String> lines = lines(
                160,
                instance("auth", ServiceState.READY, check("http 200", List.of(), 0, Verdict.PASSING)),
                instance("users", ServiceState.STOPPED, check("http 200", List.of(), 0, Verdict.PASSING)),
                instance("orders", ServiceState.FAILED, check("http 200", List.of(), 0, Verdict.PASSING)));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("orders").contains(" failed ").doesNotContain("passing");
        assertThat(lines.get(2)).startsWith("users").contains(" stopped ");
        assertThat(lines.get(3)).startsWith("auth").contains("✓ passing");
    }

    @Test
    void whoHasNoCheckIsSaid() {
        assertThat(lines(80, instance("worker", ServiceState.READY)))
                .containsExactly("without a check: worker");
    }

    @Test
    void aNarrowTerminalKeepsTheVerdictsAndTheHistory() {
        List<String> lines = lines(
                40, instance("orders", ServiceState.READY, check("http 503", List.of(), 1, Verdict.FAILING)));

        assertThat(lines).allMatch(line -> line.length() <= 40);
        assertThat(lines.get(2)).contains("SERVICE").contains("ANSWER").contains("HISTORY");
    }

    @Test
    void whatAServiceSaysOfItselfCannotDisturbTheTerminal() {
        var parts = List.of(new Component("db\u001b[2J", false, ""));

        assertThat(String.join("", lines(
                        160, instance("orders", ServiceState.READY, check("http\u0007", parts, 1, Verdict.FAILING)))))
                .doesNotContain("\u001b")
                .doesNotContain("\u0007");
    }
}
