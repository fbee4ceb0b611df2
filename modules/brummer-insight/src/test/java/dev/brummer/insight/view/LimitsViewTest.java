package dev.brummer.insight.view;

import static dev.brummer.insight.view.Facts.at;
import static dev.brummer.insight.view.Facts.blocked;
import static dev.brummer.insight.view.Facts.counted;
import static dev.brummer.insight.view.Facts.refused;
import static dev.brummer.insight.view.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Fact;
import dev.brummer.spi.ServiceId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitsViewTest {
    private final LimitsView view = new LimitsView();

    private Limits.Budget only() {
        assertThat(view.report(at(60_000)).budgets()).hasSize(1);
        return view.report(at(60_000)).budgets().getFirst();
    }

    @Test
    void aClientIsToldWithWhatItHasUsed() {
        view.accept(said("gateway", 0, counted("192.168.1.100", 45, 60)));
        view.accept(said("gateway", 1, counted("192.168.1.100", 60, 60)));
        view.accept(said("gateway", 2, blocked("192.168.1.100")));
        view.accept(said("gateway", 3, blocked("192.168.1.100")));
        view.accept(said("gateway", 4, counted("192.168.1.100", 1, 60)));

        assertThat(only()).isEqualTo(new Limits.Budget(
                new ServiceId("gateway"),
                Optional.empty(),
                Optional.of("192.168.1.100"),
                OptionalLong.of(1),
                OptionalLong.of(60),
                OptionalLong.of(60),
                3,
                1,
                2,
                0,
                at(4)));
    }

    @Test
    void answersWith429AreCountedBesideAndNeverAdded() {
        view.accept(said("gateway", 0, blocked("10.0.0.1")));
        view.accept(said("gateway", 1, refused("10.0.0.1")));

        assertThat(only().blocked()).isEqualTo(1);
        assertThat(only().answered429()).isEqualTo(1);
        assertThat(only().last()).isEqualTo(at(1));
    }

    @Test
    void anAnswerOfAClientWithTwoLimitersIsDueToNeither() {
        for (String limiter : new String[] {"login", "search"}) {
            view.accept(said("gateway", 0, new Fact.RateLimit(
                    Optional.of(limiter),
                    Optional.of("10.0.0.1"),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Fact.LimitOutcome.BLOCKED)));
        }
        view.accept(said("gateway", 1, refused("10.0.0.1")));

        assertThat(view.report(at(9)).budgets())
                .extracting(budget -> budget.limiter().orElse("none") + " " + budget.blocked() + " "
                        + budget.answered429())
                .containsExactly("none 0 1", "login 1 0", "search 1 0");
    }

    @Test
    void answersWithAnotherStatusAreNoneOfItsBusiness() {
        view.accept(said("gateway", 0, Facts.ended("/", 503)));

        assertThat(view.report(at(1)).isEmpty()).isTrue();
    }

    @Test
    void thePartAboutAServiceIsItsOwnLimits() {
        view.accept(said("gateway", 0, blocked("10.0.0.1")));
        view.accept(said("auth", 0, blocked("10.0.0.1")));

        assertThat(view.report(at(1)).about(Set.of("auth")).budgets())
                .extracting(budget -> budget.service().name())
                .containsExactly("auth");
    }

    @Test
    void howeverManyClientsThereAreEverythingAddsUp() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        long[] sums = new long[3];
        for (int i = 0; i < 20_000; i++) {
            String client = "10.0." + random.nextInt(20) + "." + random.nextInt(100);
            int kind = random.nextInt(3);
            sums[kind]++;
            view.accept(said("gateway", i, switch (kind) {
                case 0 -> counted(client, random.nextInt(60), 60);
                case 1 -> blocked(client);
                default -> refused(client);
            }));
        }
        Limits report = view.report(at(20_000));
        Limits.Budget others = report.others().orElseThrow();

        assertThat(report.budgets()).hasSizeLessThanOrEqualTo(2000);
        assertThat(report.budgets().stream().mapToLong(Limits.Budget::allowed).sum() + others.allowed())
                .as("seed %d", seed)
                .isEqualTo(sums[0]);
        assertThat(report.budgets().stream().mapToLong(Limits.Budget::blocked).sum() + others.blocked())
                .as("seed %d", seed)
                .isEqualTo(sums[1]);
        assertThat(report.budgets().stream().mapToLong(Limits.Budget::answered429).sum() + others.answered429())
                .as("seed %d", seed)
                .isEqualTo(sums[2]);
    }
}
