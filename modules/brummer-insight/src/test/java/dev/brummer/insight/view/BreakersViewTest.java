package dev.brummer.insight.view;

import static dev.brummer.insight.view.Facts.at;
import static dev.brummer.insight.view.Facts.breaker;
import static dev.brummer.insight.view.Facts.said;
import static dev.brummer.spi.Fact.BreakerState.CLOSED;
import static dev.brummer.spi.Fact.BreakerState.HALF_OPEN;
import static dev.brummer.spi.Fact.BreakerState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakersViewTest {
    private final BreakersView view = new BreakersView();

    private Breakers.Breaker only() {
        assertThat(view.report(at(60_000)).breakers()).hasSize(1);
        return view.report(at(60_000)).breakers().getFirst();
    }

    private Breakers.Breaker named(String target) {
        return view.report(at(60_000)).breakers().stream()
                .filter(breaker -> breaker.target().equals(Optional.of(target)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBreakerIsToldWithItsStateItsTripsAndItsChanges() {
        view.accept(said("orders", 0, breaker("payments", OPEN)));
        view.accept(said("orders", 10, breaker("payments", HALF_OPEN)));
        view.accept(said("orders", 11, breaker("payments", OPEN)));

        assertThat(only()).isEqualTo(new Breakers.Breaker(
                InstanceId.only(new ServiceId("orders")),
                Optional.of("payments"),
                OPEN,
                at(11),
                2,
                List.of(
                        new Breakers.Change(at(0), OPEN),
                        new Breakers.Change(at(10), HALF_OPEN),
                        new Breakers.Change(at(11), OPEN))));
    }

    @Test
    void theSameStateAgainIsNoNewTrip() {
        view.accept(said("orders", 0, breaker("payments", OPEN)));
        view.accept(said("orders", 5, breaker("payments", OPEN)));

        assertThat(only().trips()).isEqualTo(1);
        assertThat(only().since()).isEqualTo(at(0));
        assertThat(only().changes()).hasSize(1);
    }

    @Test
    void whatNamesNoBreakerIsMeantForTheOnlyOpenOne() {
        view.accept(said("orders", 0, breaker("stock", CLOSED)));
        view.accept(said("orders", 1, breaker("payments", OPEN)));
        view.accept(said("users", 2, breaker("mail", OPEN)));
        view.accept(said("orders", 3, breaker(HALF_OPEN)));

        assertThat(named("payments").state()).isEqualTo(HALF_OPEN);
        assertThat(named("mail").state()).isEqualTo(OPEN);
        assertThat(named("stock").state()).isEqualTo(CLOSED);

        view.accept(said("orders", 4, breaker(HALF_OPEN)));
        view.accept(said("orders", 5, breaker(CLOSED)));

        assertThat(named("payments").state()).isEqualTo(CLOSED);
        assertThat(named("payments").changes()).hasSize(3);
        assertThat(view.report(at(60_000)).unattributed()).isEmpty();
    }

    @Test
    void withSeveralOpenItIsToldAsItIsAndNotGuessed() {
        view.accept(said("orders", 0, breaker("payments", OPEN)));
        view.accept(said("orders", 1, breaker("stock", OPEN)));
        view.accept(said("orders", 2, breaker(HALF_OPEN)));
        view.accept(said("orders", 3, breaker(HALF_OPEN)));

        assertThat(view.report(at(9)).breakers()).allMatch(breaker -> breaker.state() == OPEN);
        assertThat(view.report(at(9)).unattributed())
                .containsExactly(new Breakers.Unattributed(
                        InstanceId.only(new ServiceId("orders")), HALF_OPEN, 2, at(3)));
    }

    @Test
    void aServiceThatNamesNoneHasOneWithoutAName() {
        view.accept(said("orders", 0, breaker(OPEN)));
        view.accept(said("orders", 1, breaker(HALF_OPEN)));
        view.accept(said("orders", 2, breaker(CLOSED)));
        view.accept(said("orders", 3, breaker(OPEN)));

        assertThat(only().target()).isEmpty();
        assertThat(only().trips()).isEqualTo(2);
        assertThat(only().state()).isEqualTo(OPEN);
    }

    @Test
    void copiesOfAServiceHaveBreakersOfTheirOwn() {
        for (int copy = 1; copy <= 2; copy++) {
            var orders = new InstanceId(new ServiceId("orders"), copy);
            view.accept(said(orders, 1, copy, breaker("payments", OPEN)));
        }

        assertThat(view.report(at(9)).breakers())
                .extracting(breaker -> breaker.emitter().label())
                .containsExactly("orders-1", "orders-2");
    }

    @Test
    void aServiceThatIsStartedAgainOpensItsBreakerAnew() {
        var orders = InstanceId.only(new ServiceId("orders"));
        view.accept(said(orders, 1, 0, breaker("payments", OPEN)));
        view.accept(said(orders, 2, 1, breaker("stock", OPEN)));
        view.accept(said(orders, 2, 2, breaker(HALF_OPEN)));
        view.accept(said(orders, 2, 3, breaker("payments", OPEN)));

        assertThat(named("stock").state()).as("payments was open before the start").isEqualTo(HALF_OPEN);
        assertThat(named("payments").trips()).isEqualTo(2);
    }

    @Test
    void thePartAboutAServiceIsWhereItIsAndWhatItProtects() {
        view.accept(said("orders", 0, breaker("payments", OPEN)));
        view.accept(said("payments", 1, breaker("bank", OPEN)));
        view.accept(said("users", 2, breaker("mail", OPEN)));

        assertThat(view.report(at(9)).about(Set.of("payments")).breakers())
                .extracting(breaker -> breaker.target().orElse(""))
                .containsExactly("payments", "bank");
        assertThat(view.report(at(9)).about(Set.of("stock")).isEmpty()).isTrue();
    }

    @Test
    void memoryIsBoundedAndWhatIsLeftOutIsCounted() {
        for (int i = 0; i < 1000; i++) {
            view.accept(said("orders", i, breaker("target-" + i, OPEN)));
        }
        for (int i = 0; i < 1000; i++) {
            view.accept(said("orders", 1000 + i, breaker("target-0", i % 2 == 0 ? CLOSED : OPEN)));
        }
        Breakers report = view.report(at(9999));

        assertThat(report.breakers().size() + report.others()).isEqualTo(1000);
        assertThat(report.others()).isPositive();
        assertThat(named("target-0").changes()).hasSizeLessThan(50);
        assertThat(named("target-0").trips()).isEqualTo(501);
    }

    @Test
    void tripsAddUpWhateverHappens() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        Map<String, BreakerState> states = new HashMap<>();
        Map<String, Long> trips = new HashMap<>();
        for (int i = 0; i < 5000; i++) {
            String target = "t" + random.nextInt(8);
            BreakerState state = BreakerState.values()[random.nextInt(3)];
            if (states.put(target, state) != OPEN && state == OPEN) {
                trips.merge(target, 1L, Long::sum);
            }
            view.accept(said("orders", i, breaker(target, state)));
        }

        assertThat(view.report(at(5000)).breakers()).as("seed %d", seed).hasSize(8).allSatisfy(breaker -> {
            String target = breaker.target().orElseThrow();
            assertThat(breaker.state()).isEqualTo(states.get(target));
            assertThat(breaker.trips()).isEqualTo(trips.getOrDefault(target, 0L));
        });
    }
}
