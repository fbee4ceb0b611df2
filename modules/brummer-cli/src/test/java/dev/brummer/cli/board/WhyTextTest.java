package dev.brummer.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.api.Cause;
import dev.brummer.api.CheckView.Verdict;
import dev.brummer.api.Why;
import dev.brummer.api.WhyView;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhyTextTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ServiceId PAYMENTS = new ServiceId("payments");

    private static Cause state(String name, ServiceState state, boolean well, String reason, int run) {
        boolean over = state == ServiceState.BACKING_OFF;
        return new Cause.State(
                InstanceId.only(new ServiceId(name)), state, well, run, reason,
                over ? Optional.of(Duration.ofSeconds(3)) : Optional.empty(),
                Optional.of(NOON.minusSeconds(12)));
    }

    private static Why why(Cause cause, Why... because) {
        return new Why(cause, List.of(because));
    }

    private static Why wrote(int lines) {
        return why(new Cause.Wrote(
                PAYMENTS, 4, NOON.minusSeconds(13), true, IntStream.range(0, lines).mapToObj(i -> "line " + i).toList(), 7));
    }

    private static WhyView view(Why why, String... next) {
        return new WhyView(why.cause().service(), NOON, Optional.empty(), why, List.of(next));
    }

    private static String text(WhyView view) {
        return WhyText.of(view, new Page(Paint.NONE, 100, ZoneOffset.UTC));
    }

    private static Why chain(int lines) {
        return why(
                state("orders", ServiceState.WAITING, false, "waits for payments", 0),
                why(
                        state("payments", ServiceState.BACKING_OFF, false, "exit 1; restart 4 in 8 s", 4),
                        wrote(lines),
                        why(new Cause.PortHeld(PAYMENTS, 3002, "pid 12 (node)"))));
    }

    @Test
    void eachCauseStandsBelowWhatItLedTo() {
        assertThat(text(view(chain(2), "brum logs service:payments level:error -n 20", "brum restart payments")))
                .isEqualTo("""
                        orders waits for payments, for 12 s
                        ← payments is backing off since 11:59:48 (12 s): exit 1; restart 4 in 8 s; run 4 lived 3 s
                          ← run 4 wrote at 11:59:47
                              │ line 0
                              │ line 1
                              … 7 more lines
                          ← port 3002, which it wants, is held by pid 12 (node)

                        next: brum logs service:payments level:error -n 20
                              brum restart payments
                        """);
    }

    @Test
    void aHealthyServiceIsToldInALineAndWhyItWasStartedAgain() {
        var again = new Cause.Restarted(PAYMENTS, 2, NOON.minusSeconds(14), "restart policy", "exit 1");

        assertThat(text(view(why(state("payments", ServiceState.READY, true, "http 200", 2), why(again)))))
                .isEqualTo("""
                        payments is well: ready since 11:59:48 (12 s), run 2
                        · run 2 began at 11:59:46, restart policy, after: exit 1
                        """);
    }

    @Test
    void aPartAndABreakerAndARequestAreTold() {
        InstanceId orders = InstanceId.only(new ServiceId("orders"));
        WhyView view = view(why(
                state("orders", ServiceState.READY, false, "http 200", 1),
                why(
                        new Cause.Check(orders, "http /health", Verdict.FAILING, "http 503 in 12 ms", 3, NOON),
                        why(new Cause.Part(orders.service(), "db", "connection refused"))),
                why(new Cause.BreakerOpen(orders.service(), Optional.of("payments"), NOON)),
                why(new Cause.FailedBefore(orders.service(), "a1b2", PAYMENTS, NOON, "ERROR no key"))));

        assertThat(text(view)).isEqualTo("""
                orders is ready since 11:59:48 (12 s), but
                ← its check http /health is failing 3 times in a row: http 503 in 12 ms
                  ← its part db is down: connection refused
                ← its circuit breaker for payments is open since 12:00:00
                ← request a1b2 had failed in payments before, at 12:00:00: ERROR no key
                """);
    }

    @Test
    void neverMoreThanAScreen() {
        Why many = why(
                state("orders", ServiceState.WAITING, false, "waits for payments", 0),
                wrote(10), wrote(10), wrote(10), wrote(10), wrote(10));

        assertThat(text(view(many)).lines().count()).isLessThanOrEqualTo(34);
    }

    @Test
    void whatHasEndedIsSaid() {
        WhyView ended = new WhyView(PAYMENTS, NOON, Optional.of("20261122-1200"), chain(1), List.of());

        assertThat(text(ended)).startsWith("before the start 20261122-1200 ended:\n");
        assertThat(WhyMarkdown.of(ended)).contains("before the start `20261122-1200` ended");
    }

    @Test
    void markdownKeepsTheLinesAsTheyAre() {
        assertThat(WhyMarkdown.of(view(chain(1)))).isEqualTo("""
                ### Why `orders` is as it is

                2026-11-22 12:00:00.000 UTC

                - orders waits for payments, for 12 s
                  - payments is backing off since 11:59:48 (12 s): exit 1; restart 4 in 8 s; run 4 lived 3 s
                    - run 4 wrote at 11:59:47

                      ```text
                      line 0
                      … 7 more lines
                      ```
                    - port 3002, which it wants, is held by pid 12 (node)
                """);
    }
}
