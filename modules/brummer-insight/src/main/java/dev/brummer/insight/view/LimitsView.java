package dev.brummer.insight.view;

import static java.util.Comparator.comparing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who has used how much of which rate limit. Answers with status 429 are counted beside it: mostly each is a request
 * that the limiter has told of, too. It keeps the first thousand clients; what others do is told as a sum. For one
 * thread at a time.
 */
public final class LimitsView implements View<Limits> {
    private static final int MOST = 1000;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Capped<Key, BudgetTally> budgets =
            new Capped<>(MOST, key -> new BudgetTally(key.service, key.limiter, key.client));
    private final Capped<Caller, Refusals> answers = new Capped<>(MOST, Refusals::new);
    private final BudgetTally others = new BudgetTally(new ServiceId("others"), Optional.empty(), Optional.empty());

    private record Key(ServiceId service, Optional<String> limiter, Optional<String> client) {}

    private record Caller(ServiceId service, Optional<String> client) {}

    /** Answers with status 429. */
    private static final class Refusals {
        private final Caller caller;
        private long count;
        private Instant last = Instant.MIN;

        Refusals(Caller caller) {
            this.caller = caller;
        }

        void add(Instant time) {
            count++;
            last = time;
        }
    }

    @Override
    public void accept(FoundFact found) {
        switch (found.fact()) {
            case Fact.RateLimit limit ->
                budgets.of(new Key(found.service(), limit.limiter(), limit.client()))
                        .orElse(others)
                        .add(limit, found.time());
            case Fact.RequestEnded ended when ended.status() == TOO_MANY_REQUESTS ->
                answers.of(new Caller(found.service(), ended.client()))
                        .ifPresentOrElse(known -> known.add(found.time()), () -> others.addAnswers(1, found.time()));
            case Fact _ -> {}
        }
    }

    @Override
    public Limits report(Instant now) {
        Map<Caller, List<Limits.Budget>> byCaller = new LinkedHashMap<>();
        for (BudgetTally tally : budgets.values()) {
            Limits.Budget budget = tally.told();
            byCaller.computeIfAbsent(new Caller(budget.service(), budget.client()), _ -> new ArrayList<>())
                    .add(budget);
        }
        answers.values().forEach(refused -> add(refused, byCaller));
        List<Limits.Budget> told = byCaller.values().stream()
                .flatMap(List::stream)
                .sorted(comparing(Limits.Budget::service)
                        .thenComparing(budget -> budget.limiter().orElse(""))
                        .thenComparing(budget -> budget.client().orElse("")))
                .toList();
        return new Limits(now, told, others.isEmpty() ? Optional.empty() : Optional.of(others.told()));
    }

    /** An answer does not say which limiter it is due to: it belongs to the client's only budget, or to none. */
    private static void add(Refusals refused, Map<Caller, List<Limits.Budget>> byCaller) {
        List<Limits.Budget> own = byCaller.computeIfAbsent(refused.caller, _ -> new ArrayList<>());
        if (own.size() == 1) {
            own.set(0, own.getFirst().plus(refused.count, refused.last));
        } else {
            var none = new BudgetTally(refused.caller.service, Optional.empty(), refused.caller.client);
            own.add(none.told().plus(refused.count, refused.last));
        }
    }
}
