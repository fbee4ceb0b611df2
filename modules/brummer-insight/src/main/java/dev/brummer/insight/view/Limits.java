package dev.brummer.insight.view;

import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Who has used how much of which rate limit.
 *
 * @param others the sum of what clients did of which there are too many to keep; its service, use and budget mean
 *      nothing
 */
public record Limits(Instant at, List<Budget> budgets, Optional<Budget> others) implements Report<Limits> {
    public Limits {
        budgets = List.copyOf(budgets);
    }

    /**
     * What one client has used.
     *
     * @param service whose limit it is
     * @param limiter the limit's name, where it has one
     * @param client who, where lines say so
     * @param used how many requests were used when it was said last
     * @param budget how many are allowed
     * @param peak the most that were used
     * @param allowed how many requests were told of that were let through
     * @param reached how many of them were the last of the budget
     * @param blocked how many were refused, as the limiter tells
     * @param answered429 how many were answered with status 429, whoever tells; mostly the same
     * @param last when it was heard of last
     */
    public record Budget(
            ServiceId service,
            Optional<String> limiter,
            Optional<String> client,
            OptionalLong used,
            OptionalLong budget,
            OptionalLong peak,
            long allowed,
            long reached,
            long blocked,
            long answered429,
            Instant last) {
        /** The same with answers that belong to it. */
        Budget plus(long answers, Instant time) {
            Instant later = time.isAfter(last) ? time : last;
            return new Budget(
                    service,
                    limiter,
                    client,
                    used,
                    budget,
                    peak,
                    allowed,
                    reached,
                    blocked,
                    answered429 + answers,
                    later);
        }
    }

    @Override
    public boolean isEmpty() {
        return budgets.isEmpty() && others.isEmpty();
    }

    @Override
    public Limits about(Set<String> services) {
        return new Limits(
                at,
                budgets.stream()
                        .filter(budget -> services.contains(budget.service().name()))
                        .toList(),
                others);
    }
}
