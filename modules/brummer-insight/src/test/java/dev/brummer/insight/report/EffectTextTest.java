package dev.brummer.insight.report;

import static dev.brummer.insight.view.Facts.at;
import static dev.brummer.insight.view.Facts.breaker;
import static dev.brummer.insight.view.Facts.ended;
import static dev.brummer.insight.view.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.view.Effect;
import dev.brummer.insight.view.EffectTally;
import dev.brummer.spi.Fact;
import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.ServiceId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectTextTest {
    private final EffectTally tally = new EffectTally(at(0), at(10_000), at(75_000));

    private static Effect.Growth growth(String service, long before, long after) {
        return new Effect.Growth(new ServiceId(service), before, after);
    }

    private String text(Effect.Growth... memory) {
        return EffectText.of(tally.effect(List.of(memory)), "loadtest", ZoneOffset.UTC);
    }

    @Test
    void theAnswerOfALoadTestIsFiveLines() {
        tally.accept(said("gateway", 0, ended("aa01", "/a", 200, 10)));
        tally.accept(said("gateway", 11_000, ended("aa02", "/a", 500, 40)));
        tally.accept(said("gateway", 12_000, ended("aa03", "/a", 200, 40)));
        tally.accept(said("orders", 12_000, ended("aa03", "/a", 200, 30)));
        tally.accept(said("orders", 13_000, breaker("payments", BreakerState.OPEN)));
        tally.accept(said("orders", 14_000, new Fact.NewError("aaaa0000", "connect ECONNREFUSED")));
        tally.accept(said("users", 15_000, new Fact.NewError("bbbb0000", "another")));

        assertThat(text(growth("orders", 84_000_000, 213_000_000), growth("users", 50_000_000, 50_100_000)))
                .isEqualTo("""
                        loadtest took 1 min 5 s; what ran beside it, before → meanwhile:
                          p95        gateway 10 ms → 40 ms (2 requests) · orders ? → 30 ms (1 request)
                          errors     gateway 0 % → 50 % · orders ? → 0 %
                          memory     orders 84 MB → 213 MB
                          breakers   payments in orders opened once
                          new errors orders: connect ECONNREFUSED · 1 more · brum errors --since 15:04:15
                        """);
    }

    @Test
    void ofWhatNothingIsKnownNothingIsSaid() {
        assertThat(text()).isEqualTo("""
                loadtest took 1 min 5 s; what ran beside it, before → meanwhile:
                  new errors none
                """);
    }

    @Test
    void ofManyTheFirstThreeAreNamed() {
        assertThat(text(
                        growth("a", 0, 9_000_000),
                        growth("b", 0, 8_000_000),
                        growth("c", 0, 7_000_000),
                        growth("d", 0, 6_000_000)))
                .contains("memory     a 0 kB → 9.0 MB · b 0 kB → 8.0 MB · c 0 kB → 7.0 MB · 1 more\n");
        assertThat(text(growth("a", 5_000_000, 5_500_000))).contains("memory     no growth\n");
    }

    @Test
    void asJsonItIsOneObject() {
        tally.accept(said("orders", 13_000, breaker("payments", BreakerState.OPEN)));
        assertThat(EffectFields.of(tally.effect(List.of(growth("orders", 1, 3))), "loadtest", 7))
                .containsEntry("of", "loadtest")
                .containsEntry("exit", 7L)
                .containsEntry("durationMs", 65_000.0)
                .containsEntry("memory", List.of(java.util.Map.of("service", "orders", "beforeBytes", 1L, "afterBytes", 3L)))
                .containsEntry(
                        "breakers", List.of(java.util.Map.of("service", "orders", "target", "payments", "trips", 1L)));
    }
}
