package dev.brummer.insight.view;

import static dev.brummer.insight.view.Facts.at;
import static dev.brummer.insight.view.Facts.breaker;
import static dev.brummer.insight.view.Facts.ended;
import static dev.brummer.insight.view.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Fact;
import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectTallyTest {
    /** What ran from the tenth second to the twentieth. */
    private final EffectTally tally = new EffectTally(at(0), at(10_000), at(20_000));

    private static Effect.Growth growth(String service, long before, long after) {
        return new Effect.Growth(new ServiceId(service), before, after);
    }

    @Test
    void requestsMeanwhileAreSetAgainstThoseBefore() {
        tally.accept(said("gateway", 0, ended("aa01", "/a", 200, 10)));
        tally.accept(said("orders", 1000, ended("aa02", "/a", 200, 10)));
        tally.accept(said("gateway", 10_000, ended("aa03", "/a", 500, 40)));
        tally.accept(said("gateway", 15_000, ended("aa04", "/b", 200, 40)));
        tally.accept(said("users", 15_000, ended("aa05", "/b", 200, 30)));
        assertThat(tally.accept(said("gateway", 20_001, ended("aa06", "/b", 500, 9000)))).isFalse();

        List<Effect.Load> load = tally.effect(List.of()).load();
        assertThat(load).extracting(each -> each.service().name()).containsExactly("gateway", "users");
        assertThat(load.getFirst().before().answered()).isEqualTo(1);
        assertThat(load.getFirst().during().answered()).isEqualTo(2);
        assertThat(load.getFirst().during().errorRate()).isEqualTo(0.5);
        assertThat(load.getFirst().during().perSecond()).isEqualTo(0.2);
        assertThat(load.getFirst().during().latency().orElseThrow().p95()).isEqualTo(Duration.ofMillis(40));
        assertThat(load.getLast().before().latency()).isEmpty();
    }

    @Test
    void onlyBreakersThatOpenedMeanwhileHaveTripped() {
        tally.accept(said("orders", 0, breaker("payments", BreakerState.OPEN)));
        tally.accept(said("orders", 5000, breaker("payments", BreakerState.CLOSED)));
        tally.accept(said("orders", 6000, breaker("mail", BreakerState.OPEN)));
        tally.accept(said("orders", 12_000, breaker("payments", BreakerState.OPEN)));
        tally.accept(said("orders", 13_000, breaker("payments", BreakerState.CLOSED)));
        tally.accept(said("orders", 14_000, breaker("payments", BreakerState.OPEN)));

        Effect.Trip only = tally.effect(List.of()).trips().getFirst();
        assertThat(tally.effect(List.of()).trips()).hasSize(1);
        assertThat(only.target()).contains("payments");
        assertThat(only.times()).isEqualTo(2);
    }

    @Test
    void whatNeverChangedMeanwhileHasNotTripped() {
        tally.accept(said("orders", 0, breaker("payments", BreakerState.OPEN)));
        assertThat(tally.effect(List.of()).trips()).isEmpty();
    }

    @Test
    void errorsAreNewThatWereNotToldBefore() {
        tally.accept(said("orders", 0, new Fact.NewError("aaaa0000", "old")));
        tally.accept(said("orders", 12_000, new Fact.NewError("bbbb0000", "connection refused")));
        assertThat(tally.effect(List.of()).errors()).extracting(Effect.NewError::title).containsExactly("connection refused");
    }

    @Test
    void theMostGrownStandsFirst() {
        Effect effect = tally.effect(List.of(growth("a", 500, 100), growth("b", 10, 900), growth("c", 100, 200)));
        assertThat(effect.memory()).extracting(Effect.Growth::bytes).containsExactly(890L, 100L, -400L);
    }
}
