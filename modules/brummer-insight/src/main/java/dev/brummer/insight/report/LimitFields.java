package dev.brummer.insight.report;

import dev.brummer.insight.view.Limits;
import dev.brummer.insight.view.Limits.Budget;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Rate limits as fields for JSON: one object. Values are strings, longs, and lists of objects. */
public final class LimitFields {
    private LimitFields() {}

    public static Map<String, Object> of(Limits limits) {
        return new Fields()
                .put("type", "limits")
                .put("time", limits.at())
                .put("clients", limits.budgets().stream().map(LimitFields::client).toList())
                .put("others", limits.others().map(others -> counts(new Fields(), others)))
                .made();
    }

    private static Map<String, Object> client(Budget budget) {
        var fields = new Fields()
                .put("service", budget.service().name())
                .put("limiter", budget.limiter())
                .put("client", budget.client())
                .put("used", optional(budget.used()))
                .put("budget", optional(budget.budget()))
                .put("peak", optional(budget.peak()));
        return counts(fields, budget);
    }

    private static Map<String, Object> counts(Fields fields, Budget budget) {
        return fields.put("allowed", budget.allowed())
                .put("reached", budget.reached())
                .put("blocked", budget.blocked())
                .put("answered429", budget.answered429())
                .put("last", budget.last())
                .made();
    }

    private static Optional<Long> optional(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
