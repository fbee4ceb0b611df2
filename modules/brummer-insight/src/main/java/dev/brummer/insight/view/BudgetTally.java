package dev.brummer.insight.view;

import dev.brummer.spi.Fact;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What one client has used of one limit. For one thread. */
final class BudgetTally {
    private final ServiceId service;
    private final Optional<String> limiter;
    private final Optional<String> client;
    private OptionalLong used = OptionalLong.empty();
    private OptionalLong budget = OptionalLong.empty();
    private OptionalLong peak = OptionalLong.empty();
    private long allowed;
    private long reached;
    private long blocked;
    private long answers;
    private Instant last = Instant.MIN;

    BudgetTally(ServiceId service, Optional<String> limiter, Optional<String> client) {
        this.service = service;
        this.limiter = limiter;
        this.client = client;
    }

    void add(Fact.RateLimit limit, Instant time) {
        switch (limit.outcome()) {
            case COUNTED -> allowed++;
            case REACHED -> {
                allowed++;
                reached++;
            }
            case BLOCKED -> blocked++;
        }
        limit.used().ifPresent(count -> {
            used = limit.used();
            peak = OptionalLong.of(Math.max(count, peak.orElse(0)));
        });
        budget = limit.budget().isPresent() ? limit.budget() : budget;
        seen(time);
    }

    void addAnswers(long count, Instant time) {
        answers += count;
        seen(time);
    }

    private void seen(Instant time) {
        last = time.isAfter(last) ? time : last;
    }

    boolean isEmpty() {
        return allowed + blocked + answers == 0;
    }

    Limits.Budget told() {
        return new Limits.Budget(
                service, limiter, client, used, budget, peak, allowed, reached, blocked, answers, last);
    }
}
