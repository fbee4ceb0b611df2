package dev.brummer.insight.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Fact;
import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.Fact.LimitOutcome;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A person hears of each change once. */
class HighlightsTest {
    private static final ServiceId ORDERS = new ServiceId("orders");
    private static final Instant START = Instant.parse("2026-11-22T15:04:05Z");

    private final Highlights highlights = new Highlights();
    private Instant now = START;

    private String told(Fact fact) {
        return highlights
                .of(new FoundFact(1, now, InstanceId.only(ORDERS), 1, 1, ORDERS, "test", fact))
                .map(told -> told.level().word() + " " + told.text())
                .orElse("");
    }

    private static Fact breaker(BreakerState state) {
        return new Fact.CircuitBreaker(Optional.of("payments"), state);
    }

    private static Fact limit(String client, LimitOutcome outcome) {
        return new Fact.RateLimit(
                Optional.empty(), Optional.of(client), OptionalLong.empty(), OptionalLong.of(60), outcome);
    }

    @Test
    void aBreakerIsToldWhenItOpensAndWhenItHasClosedAgain() {
        assertThat(told(breaker(BreakerState.CLOSED))).isEmpty();
        assertThat(told(breaker(BreakerState.OPEN))).isEqualTo("warn circuit breaker for payments in orders opened");
        assertThat(told(breaker(BreakerState.OPEN))).isEmpty();
        now = START.plusMillis(12_345);
        assertThat(told(breaker(BreakerState.HALF_OPEN))).isEmpty();
        assertThat(told(breaker(BreakerState.OPEN))).isEmpty();
        assertThat(told(breaker(BreakerState.CLOSED)))
                .isEqualTo("info circuit breaker for payments in orders closed after 12s");
        assertThat(told(breaker(BreakerState.CLOSED))).isEmpty();
        assertThat(told(breaker(BreakerState.OPEN))).isNotEmpty();
    }

    @Test
    void aBreakerWithoutATargetIsNotMistakenForAnother() {
        assertThat(told(breaker(BreakerState.OPEN))).isNotEmpty();
        assertThat(told(new Fact.CircuitBreaker(Optional.empty(), BreakerState.OPEN)))
                .isEqualTo("warn a circuit breaker in orders opened");
    }

    @Test
    void aClientAtItsLimitIsToldOnceAMinuteAtMost() {
        assertThat(told(limit("::1", LimitOutcome.COUNTED))).isEmpty();
        assertThat(told(limit("::1", LimitOutcome.REACHED)))
                .isEqualTo("warn client ::1 has reached the rate limit of 60 of orders");
        for (int i = 0; i < 100; i++) {
            now = now.plusSeconds(5);
            assertThat(told(limit("::1", LimitOutcome.BLOCKED))).isEmpty();
        }
        assertThat(told(limit("10.0.0.7", LimitOutcome.BLOCKED))).isNotEmpty();
        now = now.plusSeconds(61);
        assertThat(told(limit("::1", LimitOutcome.BLOCKED))).isNotEmpty();
    }

    @Test
    void aNewErrorIsTold() {
        assertThat(told(new Fact.NewError("0a1b2c3d", "no connection"))).isEqualTo("warn new error in orders: no connection");
    }
}
